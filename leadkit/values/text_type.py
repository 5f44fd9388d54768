"""Values that a planner writes as one piece of text, such as ``6 g`` or ``30 days``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class TextType:
    """Base of the values that are read from one text and print as that text.

    A subclass sets ``PATTERN`` (a JSON Schema pattern that helps an editor) and ``parse``, which raises
    ``ValueError`` with a plain sentence where the text has another form.
    """

    __slots__ = ()
    PATTERN: ClassVar[str]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the value from text."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from text only, so that a number is never taken for something else."""
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(strict=True, strip_whitespace=True),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Describe the form to an editor."""
        return {"type": "string", "pattern": cls.PATTERN}
