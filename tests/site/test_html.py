"""The HTML of every template is valid."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("praktijken/*/", "praktijken/*/notitie/", "praktijken/pagina/*/", "partners/*/", "themas/*/", "meedoen/*/")


def validate(files: list[Path], folder: Path) -> list[str]:
    """Return what html-validate finds in these files, with ``.htmlvalidate.json``; ``folder`` is for its report.

    Off are its limit on titles (a title says what was done, which can take more than seventy characters) and its wish
    for a button that sends every form: what a reader says about the own organisation is kept at once and sent nowhere.
    """
    report = folder / "html-validate.json"
    program = "node_modules/html-validate/bin/html-validate.mjs"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tools.node",
            "node",
            program,
            "--config=.htmlvalidate.json",
            f"--formatter=json={report}",
            *map(str, files),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.is_file(), done.stdout + done.stderr
    return [
        f"{Path(result['filePath']).parent.name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for message in result["messages"]
    ]


def test_every_template_gives_valid_html(collection_site: Path, sample_site: Path, tmp_path: Path) -> None:
    """With every field filled in, and with long lists.

    Of the larger catalogue each single page, and of every kind the fullest and the emptiest.
    """
    pages = {*collection_site.glob("*.html"), *collection_site.glob("*/index.html")}
    for kind in KINDS:
        files = sorted(collection_site.glob(f"{kind}index.html"), key=lambda file: file.stat().st_size)
        assert files, kind
        pages |= {files[0], files[-1]}
    full = set(sample_site.rglob("*.html"))
    assert len(full) > 10
    assert validate(sorted(pages | full), tmp_path) == []
