"""The sandbox in which clauses are rendered: strict names, a closed list of filters and tests, no loaders."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import SandboxedEnvironment

from leadkit.diagnostic import as_sentence
from leadkit.documents.codes import TEMPLATE
from leadkit.documents.template import (
    card,
    charges,
    conditions,
    council,
    eligibility,
    filters,
    flows,
    keeping,
    measuring,
    members,
    naming,
    open_matters,
    papers,
    picture,
    rules,
    scene,
    screening,
    services,
    steps,
)
from leadkit.documents.template.bounds import check_bounds, checked_length, gathered
from leadkit.documents.template.compiled import compiled_once
from leadkit.documents.template.lines import marked
from leadkit.documents.template.printing import fragment_of
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Recorder
from leadkit.documents.template.view import View, field_of

_MISTAKES = (
    UndefinedError, SecurityError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError,
)  # fmt: skip
"""What a filter or a function raises that is given something else than it is for."""
_INCOMPLETE = "The expression is not complete"
_TOO_DEEP = "An expression is nested too deeply."
RECORDER = "_recorder"
_LIKE_A_HOOK = re.compile("(?<![A-Za-z])_")
"""Where a name may begin that belongs to the composer."""
_KEPT_FILTERS = (
    "first",
    "last",
    "length",
    "list",
    "map",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "sort",
    "unique",
)
_KEPT_TESTS = (
    "==",
    "eq",
    "equalto",
    "ge",
    "gt",
    "in",
    "le",
    "lt",
    "ne",
    "defined",
    "undefined",
    "odd",
    "even",
)


class Hook(str):
    """Text of the engine itself, which is printed as it is."""

    __slots__ = ()


class _Environment(SandboxedEnvironment):
    """Looks fields up in the program instead of in Python's attributes."""

    intercepted_binops = frozenset({"+"})

    def getattr(self, obj: object, attribute: str) -> object:
        """The field ``attribute`` of a part of the program."""
        return field_of(obj, attribute) if isinstance(obj, View) else super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """The same by ``agencies[id]``, where the id may itself come from the program."""
        if isinstance(obj, View):
            key = argument if isinstance(argument, str | int) else filters.key_of(argument)
            return field_of(obj, str(key))
        found: object = super().getitem(obj, argument)
        return found

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Two lists put together, as far as they are no longer than lists of a program are."""
        return checked_length(super().call_binop(context, operator, left, right))


@pass_context
def _finalize(context: Context, value: object) -> str:
    if isinstance(value, Hook):
        return value
    if isinstance(value, Undefined):
        return str(value)
    recorder = context[RECORDER]
    assert isinstance(recorder, Recorder)
    return recorder.token(fragment_of(value, recorder))


@lru_cache(maxsize=1)
def environment() -> SandboxedEnvironment:
    """The one environment of the process; what belongs to a composition comes in through the context."""
    # Jinja's optimizer works out constants, of which clauses have none, and takes a tenth of the time of compiling.
    made = _Environment(
        undefined=StrictUndefined, finalize=_finalize, autoescape=False, keep_trailing_newline=True, optimized=False
    )
    made.filters = (
        {name: made.filters[name] for name in _KEPT_FILTERS}
        | filters.FILTERS
        | naming.FILTERS
        | measuring.FILTERS
        | members.FILTERS
        | flows.FILTERS
        | keeping.FILTERS
        | services.FILTERS
        | eligibility.FILTERS
        | rules.FILTERS
        | charges.FILTERS
        | scene.FILTERS
        | card.FILTERS
        | council.FILTERS
        | open_matters.FILTERS
        | papers.FILTERS
        | picture.FILTERS
        | screening.FILTERS
        | steps.FILTERS
    )
    made.tests = {name: made.tests[name] for name in _KEPT_TESTS} | conditions.TESTS
    made.globals = {}
    return made


@lru_cache(maxsize=1024)
def compiled(body: str, first: int) -> Template:
    """The template of a clause's body, whose first line is line ``first`` of its file.

    Raises:
        ClauseError: The body breaks a rule of the lines, or is not Jinja.
    """
    text = marked(body.split("\n"), first)
    try:
        return compiled_once(environment(), text, lambda: _parsed(text, body, first))
    except TemplateSyntaxError as error:
        said, line = as_sentence(error.message or _INCOMPLETE), error.lineno + first - 1
        raise ClauseError(TEMPLATE, said, "Correct the expression.", line) from None
    except (RecursionError, SyntaxError, MemoryError):
        raise ClauseError(TEMPLATE, _TOO_DEEP, "Write it more simply.", first) from None


def _parsed(text: str, body: str, first: int) -> nodes.Template:
    """The tree of the marked text, where the text as it was written keeps the bounds of a clause."""
    marked_tree = environment().parse(text)
    # Where no word of the clause can be the name of a hook, every hook in the tree is our own.
    if _LIKE_A_HOOK.search(body):
        check_bounds(environment().parse(body), first)
    else:
        check_bounds(marked_tree, first, hooks=True)
    return marked_tree


def render(body: str, first: int, context: dict[str, object]) -> str:
    """Render a clause's body; the result holds marks for lines and values.

    Raises:
        ClauseError: An expression of it cannot be worked out; ``line`` is then the line being rendered.
    """
    template = compiled(body, first)
    try:
        return gathered(template.generate(context))
    except _MISTAKES as error:
        raise ClauseError(TEMPLATE, as_sentence(str(error)), "Correct the expression.") from None


@lru_cache(maxsize=1024)
def _expression(text: str) -> Template:
    """The template that works out an expression and keeps what comes out, as Jinja does it for one alone."""

    def parsed() -> nodes.Template:
        parser = Parser(environment(), text, state="variable")
        worked_out = parser.parse_expression()
        if not parser.stream.eos:
            raise TemplateSyntaxError("chunk after expression", parser.stream.current.lineno, None, None)
        check_bounds(nodes.Output([worked_out]), 1, chooses=True)
        worked_out.set_environment(environment())
        kept = nodes.Assign(nodes.Name("result", "store"), worked_out, lineno=1)
        return nodes.Template([kept], lineno=1)

    return compiled_once(environment(), f"expression\0{text}", parsed)


def evaluate(expression: str, context: dict[str, object]) -> object:
    """Work out one expression, such as a clause's ``when``.

    Raises:
        ClauseError: It cannot be worked out.
    """
    try:
        worked_out: object = _expression(expression).make_module(context).result  # type: ignore[attr-defined]
        return worked_out
    except TemplateSyntaxError as error:
        raise ClauseError(TEMPLATE, as_sentence(error.message or _INCOMPLETE), "Correct the expression.") from None
    except (RecursionError, SyntaxError, MemoryError):
        raise ClauseError(TEMPLATE, _TOO_DEEP, "Write it more simply.", 1) from None
    except _MISTAKES as error:
        raise ClauseError(TEMPLATE, as_sentence(str(error)), "Correct the expression.") from None
