# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A language model that answers from a script and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

import pytest
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException
from pydantic import BaseModel
from pydantic_ai.messages import (
    ModelMessage,
    ModelResponse,
    RetryPromptPart,
    TextPart,
    ToolCallPart,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models.function import AgentInfo, FunctionModel
from pydantic_core import to_jsonable_python

from .. import values as v

T = TypeVar("T")


class Script:
    """Gives one answer after the other, the last one again and again.

    An answer is text, an output, the fields of an output, or the call of a tool.
    """

    def __init__(
        self, *answers: str | BaseModel | dict[str, Any] | ToolCallPart
    ) -> None:
        self.answers = answers
        self.asked: list[tuple[list[ModelMessage], AgentInfo]] = []
        self.model = FunctionModel(self._answer)

    def _answer(self, messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        answer = self.answers[min(len(self.asked), len(self.answers) - 1)]
        self.asked.append((list(messages), info))
        if isinstance(answer, str):
            return ModelResponse(parts=[TextPart(answer)])
        if isinstance(answer, ToolCallPart):
            return ModelResponse(parts=[answer])
        fields = (
            answer.model_dump(mode="json") if isinstance(answer, BaseModel) else answer
        )
        return ModelResponse(parts=[ToolCallPart(info.output_tools[0].name, fields)])

    @property
    def instructions(self) -> str:
        """What the agent was told to do."""
        return self.asked[0][1].instructions or ""

    @property
    def prompt(self) -> str:
        """What the agent was asked first."""
        parts = (part for message in self.asked[0][0] for part in message.parts)
        return next(
            str(part.content) for part in parts if isinstance(part, UserPromptPart)
        )

    def reply(self, number: int) -> str:
        """What a request but the first one says to the answer before it."""
        parts = self.asked[number - 1][0][-1].parts
        kinds = (RetryPromptPart, ToolReturnPart)
        return "\n".join(str(part.content) for part in parts if isinstance(part, kinds))


def example(
    values: st.SearchStrategy[T], where: Callable[[T], bool] = lambda _: True
) -> T:
    """A value that fulfils a condition, the same on every run; the test is skipped if none is found."""
    try:
        return v.example(values, where)
    except HypothesisException:
        pytest.skip("no value like that was found")


def call(tool: Callable[..., Any]) -> ToolCallPart:
    """The call of a tool with the arguments `arguments` gives."""
    return ToolCallPart(tool.__name__, to_jsonable_python(arguments(tool)))


def arguments(tool: Callable[..., Any]) -> dict[str, Any]:
    """Arguments for a tool, the same on every run."""
    return v.example(all_arguments(tool))


def all_arguments(tool: Callable[..., Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any arguments that fit the parameters of a tool."""
    hints = {
        name: hint for name, hint in get_type_hints(tool).items() if name != "return"
    }
    return st.fixed_dictionaries({name: _values(hint) for name, hint in hints.items()})


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return v.instances(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if hint is float:
        return st.floats(min_value=-1e6, max_value=1e6)
    return st.from_type(hint)
