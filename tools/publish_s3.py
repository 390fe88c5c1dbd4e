"""Publish a site in a bucket: ``python -m tools.publish_s3 public s3:mvo/folder``.

What stands before the colon is a remote of rclone (``rclone config``, or ``RCLONE_CONFIG_S3_TYPE=s3`` and so on).
"""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from mvo_catalogue.site import urls
from mvo_catalogue.site.headers import CACHE_FOREVER, CACHE_SHORTLY

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml; charset=utf-8",
}
HASHED = re.compile(r"\.[0-9a-f]{10}\.\w+$")
LIST = ".publication"
"""What was published last: the names of the files that have a hash, a line each."""

_AT_ONCE = "16"


@dataclass(frozen=True)
class Item:
    """A file of the site: its name in the bucket, where its bytes are, and what is said with them."""

    name: str
    file: Path
    says: tuple[str, ...]

    @property
    def turn(self) -> int:
        """Return when it goes: what pages need first, then pages, then the worker that fetches pages."""
        if HASHED.search(self.name):
            return 0
        return {"service-worker.js": 3}.get(self.name, 2 if self.name.endswith(".html") else 1)


def find_items(site: Path) -> list[Item]:
    """Return what is published of a folder that ``make publish`` made.

    A text goes as its ``.gz``, which every browser unpacks; data do not, since programs fetch them too.
    """
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    return [_item(site, file) for file in files if _is_published(file.relative_to(site))]


def _is_published(file: Path) -> bool:
    is_hidden = any(part.startswith(".") and part != ".well-known" for part in file.parts)
    return not is_hidden and file.suffix not in {".gz", ".br"} and file.name not in {"_headers", "_redirects"}


def _item(site: Path, file: Path) -> Item:
    name = file.relative_to(site).as_posix()
    kind = f"Content-Type: {TYPES.get(file.suffix, 'application/octet-stream')}"
    caching = f"Cache-Control: {CACHE_FOREVER if HASHED.search(name) else CACHE_SHORTLY}"
    packed = file.with_name(f"{file.name}.gz")
    if packed.is_file() and not f"/{name}".startswith(urls.DATA):
        return Item(name, packed, (kind, caching, "Content-Encoding: gzip"))
    return Item(name, file, (kind, caching))


@dataclass(frozen=True)
class Bucket:
    """A bucket, or the part of it below a prefix, as rclone names it.

    Every method raises ``subprocess.CalledProcessError`` when rclone does not succeed; it has said why then.
    """

    to: str

    def digests(self) -> dict[str, str]:
        """Return the MD5 of each file that is there, by its name."""
        found = _rclone("lsjson", self.to, "--recursive", "--files-only", "--hash", "--no-modtime", "--no-mimetype")
        return {each["Path"]: each.get("Hashes", {}).get("md5", "") for each in json.loads(found)}

    def read(self, name: str) -> str:
        """Return the text of a file that is there."""
        return _rclone("cat", f"{self.to}/{name}")

    def write(self, items: Iterable[Item]) -> None:
        """Write files, those that say the same at once; they are in order of their turns."""
        for (_, says), group in groupby(items, key=lambda item: (item.turn, item.says)):
            with TemporaryDirectory() as folder:
                for item in group:
                    link = Path(folder, item.name)
                    link.parent.mkdir(parents=True, exist_ok=True)
                    link.symlink_to(item.file.resolve())
                options = ["--copy-links", "--no-check-dest", "--s3-no-check-bucket", "--transfers", _AT_ONCE]
                headers = [part for line in says for part in ("--header-upload", line)]
                _rclone("copy", folder, self.to, *options, *headers)

    def delete(self, names: Iterable[str]) -> None:
        """Delete files."""
        _rclone("delete", self.to, "--files-from-raw", "-", read="".join(f"{name}\n" for name in names))


def _rclone(*arguments: str, read: str = "") -> str:
    return subprocess.run(["rclone", *arguments], input=read, stdout=subprocess.PIPE, text=True, check=True).stdout


def publish(site: Path, bucket: Bucket) -> tuple[int, int]:
    """Make the bucket hold the site; return how many files were sent and how many deleted.

    What pages need is there before them, and what is gone goes last; a file with a hash that the publication before had
    stays, since a page of it may still be open.
    """
    items = find_items(site)
    there = bucket.digests()
    before = bucket.read(LIST).split() if LIST in there else ()
    changed = [item for item in items if there.get(item.name) != _digest(item.file)]
    bucket.write(sorted(changed, key=lambda item: (item.turn, item.says)))
    names = {item.name for item in items}
    with TemporaryDirectory() as folder:
        hashed = Path(folder, LIST)
        hashed.write_text("".join(f"{name}\n" for name in sorted(names) if HASHED.search(name)), encoding="utf-8")
        bucket.write([Item(LIST, hashed, (f"Content-Type: {TYPES['.txt']}",))])
    gone = sorted({*there} - names - {*before} - {LIST})
    if gone:
        bucket.delete(gone)
    return len(changed), len(gone)


def _digest(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def main() -> int:
    """Publish the folder in the bucket that are named."""
    site, to = Path(sys.argv[1]), sys.argv[2]
    if not (site / "index.html").is_file() or not (site / "404.html").is_file():
        print(f"In {site}/ staat geen site. Draai eerst: make publish")
        return 1
    try:
        sent, deleted = publish(site, Bucket(to))
    except FileNotFoundError:
        print("rclone ontbreekt. Debian en Ubuntu: apt install rclone")
        return 1
    except subprocess.CalledProcessError:
        print(f"Publiceren in {to} is niet gelukt; rclone zegt hierboven waarom.")
        return 1
    print(f"Gepubliceerd in {to}: {sent} bestanden verstuurd, {deleted} weggehaald.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
