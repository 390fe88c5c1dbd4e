"""The templates as Python code: compiled once for all processes of a build, and kept for the next one."""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import MutableMapping
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket

_DIGEST_BYTES = hashlib.sha256().digest_size


class KeptCode(BytecodeCache):
    """Compiled templates in a folder, each under a digest of its text and of what it was compiled with.

    So a template that changed is never taken for what it was; ``forget_others`` removes what that leaves behind.
    """

    def __init__(self, folder: Path, made_with: bytes) -> None:
        """Keep code in ``folder``; ``made_with`` is whatever else the code depends on."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._made_with = MAGIC_NUMBER + made_with
        self._used: set[Path] = set()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template, if it is there and whole."""
        file = self._file(bucket)
        self._used.add(file)
        try:
            kept = file.read_bytes()
        except FileNotFoundError:
            return
        digest, code = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        if code and hashlib.sha256(code).digest() == digest:
            bucket.code = marshal.loads(code)  # noqa: S302  # written by the method below

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        file = self._file(bucket)
        code = marshal.dumps(bucket.code)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(hashlib.sha256(code).digest() + code)
        fresh.replace(file)

    def forget_others(self) -> None:
        """Remove the code that was not asked for."""
        for file in self._folder.glob("*.code"):
            if file not in self._used:
                file.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        digest = hashlib.sha256(f"{bucket.key} {bucket.checksum} ".encode() + self._made_with)
        return self._folder / f"{digest.hexdigest()[:32]}.code"


class PageEnvironment(Environment):
    """Jinja for our pages: everything is escaped, and what a template asks for is there or an error."""

    def __init__(self, loader: BaseLoader, kept: KeptCode | None = None) -> None:
        """Take templates from ``loader`` and their code, as far as it is there, from ``kept``."""
        super().__init__(
            loader=loader,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,  # a template does not change during a build
            bytecode_cache=kept,
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Let all templates share one dict; Jinja chains two for each, which every import of a macro then compares."""
        return super().make_globals(d) if d else self.globals

    def compile_all(self) -> None:
        """Have the code of every template at hand, for processes that are forked from this one.

        Raises:
            jinja2.TemplateSyntaxError: a template is broken.
        """
        for name in self.list_templates(extensions=("html",)):
            self.get_template(name)
