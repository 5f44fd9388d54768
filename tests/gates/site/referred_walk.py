"""A reader who answers the questions of the page by clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

STEPS = 80
_SCALE = {"milligrams": 1000, "cents": 100}


class Walk:
    """Answers what a case says, and that it is not known where the case says nothing."""

    def __init__(self, page: Page, policy: dict[str, Any], case: dict[str, Any]) -> None:
        self._page, self._policy, self._case = page, policy, case

    def to_the_end(self) -> str:
        """Answer until no question is left; return the outcome."""
        for _ in range(STEPS):
            if not self._page.locator("#referred form").count():
                return self._page.locator("#referred").get_attribute("data-outcome") or ""
            self.step()
        raise AssertionError("the questions do not end")

    def step(self) -> None:
        """Answer the questions that are shown."""
        for field in self._page.locator("#referred [data-fact]").all():
            self._answer(field, field.get_attribute("data-fact") or "")
        self._page.locator("#referred button[type=submit]").click()
        assert not self._page.locator("#referred .wrong").count()

    def _answer(self, field: Locator, name: str) -> None:
        value, fact = self._known(name)
        if name == "pathway":
            return self._choose(field, self._policy["pathways"][value]["name"])
        if value is None:
            return self._choose(field, "I do not know")
        if fact is None:
            return self._choose(field, str(len(value)))
        if fact["type"] == "yes_no":
            return self._choose(field, "Yes" if value else "No")
        if fact["type"] == "choice":
            return self._choose(field, fact["options"][value])
        return self._write(field, value, fact)

    def _known(self, name: str) -> tuple[Any, dict[str, Any] | None]:
        facts = self._case["facts"]
        if name == "pathway":
            return self._case["pathway"], None
        if name in self._policy["facts"]:
            return facts.get(name), self._policy["facts"][name]
        if name in self._policy["collections"]:
            return facts.get(name), None
        of, number, own = name.split(".", 2)
        return facts[of][int(number) - 1].get(own), self._policy["collections"][of]["facts"][own]

    def _choose(self, field: Locator, label: str) -> None:
        if field.locator("input[type=radio]").count():
            field.get_by_label(label, exact=True).check()
        elif field.locator("input[type=checkbox]").count():
            field.locator("input[type=checkbox]").check()
        else:
            field.locator("select").select_option(label=label)

    def _write(self, field: Locator, value: Any, fact: dict[str, Any]) -> None:
        if fact["type"] == "date":
            field.locator("input[type=date]").fill(value)
        elif fact.get("unit") == "minutes_of_the_week":
            field.locator("select").select_option(value=str(value // 1440))
            field.locator("input[type=time]").fill(f"{value % 1440 // 60:02d}:{value % 60:02d}")
        else:
            scale = _SCALE.get(fact.get("unit", ""), 1)
            field.locator("input[type=text]").fill(f"{value / scale:g}" if scale > 1 else str(value))
