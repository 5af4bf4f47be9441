"""What is wrong with a file of ours, key by key, in words that say what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

# What pydantic calls a fault, in words of the file.
PLAIN = {
    "bool_type": "has to be true or false, without quotes",
    "bool_parsing": "has to be true or false",
    "int_type": "has to be a whole number, without quotes",
    "float_type": "has to be a number, without quotes",
    "string_type": "has to be text in quotes",
    "string_too_long": "has to be at most {max_length} characters long",
    "string_pattern_mismatch": "has to be one line",
    "literal_error": "has to be {expected}",
    "enum": "has to be {expected}",
    "greater_than_equal": "has to be {ge} or more",
    "less_than_equal": "has to be {le} or less",
    "dict_type": "has to be a table",
}
LONGEST_SHOWN = 80  # characters

M = TypeVar("M", bound=BaseModel)


def validated(model: type[M], data: object, where: str, errors: list[str]) -> M | None:
    """The data in its model; where it does not fit one line per fault goes to errors, prefixed with where."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        errors.extend(f"{where}{_key(e['loc'])}: {_reason(model, e)}" for e in error.errors())
        return None


def sound_part(model: type[M], data: Mapping[str, Any]) -> tuple[M | None, set[str]]:
    """What fits without the top-level keys that do not, and those keys."""
    try:
        return model.model_validate(data), set()
    except ValidationError as error:
        faulty = {str(e["loc"][0]) for e in error.errors() if e["loc"]}
    rest = {key: value for key, value in data.items() if key not in faulty}
    return validated(model, rest, "", []), faulty


def unreadable(error: Exception) -> str:
    """Why a file can't be read, without the path that stands before it."""
    return f"can't be read: {(error.strerror if isinstance(error, OSError) else '') or error}"


def _key(loc: tuple[int | str, ...]) -> str:
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc]
    return "".join(parts).removeprefix(".") or "(whole file)"


def _reason(model: type[BaseModel], error: Any) -> str:
    kind, found = error["type"], error["input"]
    if kind == "extra_forbidden":
        return f"unknown key{_hint(model, error['loc'])}"
    if kind == "missing":
        return "is missing"
    if kind == "tuple_type":
        return _no_list(found, str(error["loc"][-1]))
    if kind == "model_type":
        return _no_table(found, error["loc"])
    if kind == "value_error":
        return str(error["msg"]).removeprefix("Value error, ")
    plain = PLAIN.get(kind, "").format(**error.get("ctx", {})) or error["msg"]
    return f"{plain} (found {_written(found)})"


def _no_list(found: object, name: str) -> str:
    if isinstance(found, dict):
        return f"has to be a list of tables; write [[{name}]] with two brackets"
    example = f", such as [{_written(found)}]" if isinstance(found, str) else f" (found {_written(found)})"
    return f"has to be a list{example}"


def _no_table(found: object, loc: tuple[int | str, ...]) -> str:
    if len(loc) > 1:
        return f"has to be a table; write [[{loc[0]}]] and its keys below (found {_written(found)})"
    brackets = "with one pair of brackets, once" if isinstance(found, list) else "and its keys below"
    return f"has to be a section; write [{loc[0]}] {brackets}"


def _written(found: object) -> str:
    """A value as TOML writes it, or its beginning."""
    if isinstance(found, bool):
        return str(found).lower()
    text = f'"{found}"' if isinstance(found, str) else str(found)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _hint(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    """Where the value belongs instead: a key spelt nearly so, or another way to give a password."""
    name = str(loc[-1])
    if "password" in name:
        return "; passwords come from the environment or a file, see smtp_password_file"
    known = _keys(_part(model, loc[:-1]))
    return "".join(f'; is "{near}" meant?' for near in get_close_matches(name, known, n=1))


def _part(model: type[BaseModel] | None, loc: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model of the section or table at loc."""
    for part in loc:
        if model is None or isinstance(part, int):
            continue
        field = next((f for name, f in model.model_fields.items() if part in (name, f.alias)), None)
        of = [field.annotation, *get_args(field.annotation)] if field else []
        model = next((one for one in of if isinstance(one, type) and issubclass(one, BaseModel)), None)
    return model


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []
