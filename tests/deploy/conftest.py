"""The real nginx with the real ``deploy/nginx.conf``, in front of a folder, on a free port."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.site.fixtures import PUBLIC, BuildOnce, build_apart, make_project
from tools.nginx import NoNginxError, find_nginx, open_nginx

StartNginx = Callable[..., str]


@pytest.fixture(scope="session")
def start_nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartNginx]:
    """Return ``start_nginx(folder, base="")``: the address where nginx shows that folder, at that path."""
    try:
        find_nginx()
    except NoNginxError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))
    with ExitStack() as stack:

        def start(folder: Path, base: str = "") -> str:
            return stack.enter_context(open_nginx(folder, tmp_path_factory.mktemp("nginx"), base=base))

        yield start


@pytest.fixture(scope="session")
def published_site(build_once: BuildOnce) -> Path:
    """Return what ``make publish`` makes of the small catalogue of tests/site/sample, in a subfolder of a host."""

    def make(folder: Path) -> None:
        root = make_project(folder / "project")
        build_apart(root / "public", root, "--settings", "publishconf.py", "--compress", **PUBLIC)

    return build_once("published", make) / "project" / "public"
