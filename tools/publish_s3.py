"""Publish a site to a bucket: ``python -m tools.publish_s3 public s3:mvo/folder``.

The part before the colon is a remote of rclone (``rclone config``, or ``RCLONE_CONFIG_S3_TYPE=s3`` and so on).
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
"""The names of the files with a hash in the last publication, one per line."""

_AT_ONCE = "16"


@dataclass(frozen=True)
class Item:
    """A file of the site: its name in the bucket, the file to upload, and its headers."""

    name: str
    file: Path
    headers: tuple[str, ...]

    @property
    def stage(self) -> int:
        """Return when it is uploaded: first what pages need, then pages, then the service worker, which loads pages."""
        if HASHED.search(self.name):
            return 0
        return {"service-worker.js": 3}.get(self.name, 2 if self.name.endswith(".html") else 1)


def find_items(site: Path) -> list[Item]:
    """Return the files to publish of a folder that ``make publish`` made.

    Text is uploaded as ``.gz``, which every browser decompresses; data is not, since other programs download it too.
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
    """A bucket, or the part of it below a prefix, with its name for rclone.

    Every method raises ``subprocess.CalledProcessError`` when rclone fails, which has then printed the reason.
    """

    to: str

    def digests(self) -> dict[str, str]:
        """Return the MD5 of each file in the bucket, by its name."""
        found = _rclone("lsjson", self.to, "--recursive", "--files-only", "--hash", "--no-modtime", "--no-mimetype")
        return {each["Path"]: each.get("Hashes", {}).get("md5", "") for each in json.loads(found)}

    def read(self, name: str) -> str:
        """Return the text of a file in the bucket."""
        return _rclone("cat", f"{self.to}/{name}")

    def write(self, items: Iterable[Item]) -> None:
        """Upload files that are sorted by stage and headers, those with equal headers at once."""
        for (_, headers), group in groupby(items, key=lambda item: (item.stage, item.headers)):
            with TemporaryDirectory() as folder:
                for item in group:
                    link = Path(folder, item.name)
                    link.parent.mkdir(parents=True, exist_ok=True)
                    link.symlink_to(item.file.resolve())
                options = ["--copy-links", "--no-check-dest", "--s3-no-check-bucket", "--transfers", _AT_ONCE]
                options += [part for header in headers for part in ("--header-upload", header)]
                _rclone("copy", folder, self.to, *options)

    def delete(self, names: Iterable[str]) -> None:
        """Delete files."""
        _rclone("delete", self.to, "--files-from-raw", "-", read="".join(f"{name}\n" for name in names))


def _rclone(*arguments: str, read: str = "") -> str:
    return subprocess.run(["rclone", *arguments], input=read, stdout=subprocess.PIPE, text=True, check=True).stdout


def publish(site: Path, bucket: Bucket) -> tuple[int, int]:
    """Make the contents of the bucket those of the site; return the numbers of files that were uploaded and deleted.

    Files that pages need are uploaded before them, and old files are deleted last; files with a hash of the previous
    publication stay, since its pages may still be open.
    """
    items = find_items(site)
    there = bucket.digests()
    before = bucket.read(LIST).split() if LIST in there else ()
    changed = [item for item in items if there.get(item.name) != _digest(item.file)]
    bucket.write(sorted(changed, key=lambda item: (item.stage, item.headers)))
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
    """Publish the given folder to the given bucket."""
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
