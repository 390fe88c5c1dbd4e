"""What a function reads of the mappings that many share, so that its result holds while that is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

_active: set[Read] | None = None


class Read(NamedTuple):
    """A value that was read: the name of the mapping and the key in it, ``""`` for everything in it."""

    name: str
    key: str = ""


@contextmanager
def recording() -> Iterator[set[Read]]:
    """Yield a set that gets what is read meanwhile."""
    reads = set[Read]()
    with _recording_into(reads):
        yield reads


@contextmanager
def _recording_into(reads: set[Read] | None) -> Iterator[None]:
    global _active  # noqa: PLW0603  # a function need not know that it is watched
    before, _active = _active, reads
    try:
        yield
    finally:
        _active = before


class Shared(Mapping[str, Value]):
    """A mapping whose reads are recorded; what it reads itself to make a value is not."""

    def __init__(self, name: str, values: Mapping[str, Value]) -> None:
        """``name`` is that of its class and property, as `shared_property` gives it."""
        self._name, self._values = name, dict(values) if isinstance(values, Shared) else values

    def __getitem__(self, key: str) -> Value:
        global _active  # noqa: PLW0603  # the same
        if _active is None:
            return self._values[key]
        reads, _active = _active, None
        reads.add(Read(self._name, key))
        try:
            return self._values[key]
        finally:
            _active = reads

    def __iter__(self) -> Iterator[str]:
        self._record_all()
        return iter(self._values)

    def __len__(self) -> int:
        self._record_all()
        return len(self._values)

    def _record_all(self) -> None:
        if _active is not None:
            _active.add(Read(self._name))


class shared_property(Generic[Value]):  # noqa: N801  # used as a decorator, like property
    """A property that is made once: a mapping whose reads are recorded, and not what making it reads."""

    def __init__(self, make: Callable[[Any], Mapping[str, Value]]) -> None:
        """Decorate the method that makes the mapping."""
        self._make, self._attribute, self.__doc__ = make, "", make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._attribute = name

    def __get__(self, owner: Any, kind: type | None = None) -> Mapping[str, Value]:
        with _recording_into(None):
            made = Shared(f"{type(owner).__name__}.{self._attribute}", self._make(owner))
        owner.__dict__[self._attribute] = made  # found there before this is called again
        return made
