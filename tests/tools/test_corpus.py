"""The generated catalogues of the benchmarks."""

from pathlib import Path

from bench.corpus import Corpus
from mvo_catalogue.validation.load import check_content
from mvo_catalogue.wiring.project import read_today
from tests.site.fixtures import ROOT


def test_a_generated_catalogue_passes_the_check(tmp_path: Path) -> None:
    """Whatever the real catalogue contains."""
    Corpus(ROOT / "content").write(tmp_path / "content", 60)
    _, report = check_content(tmp_path / "content", read_today())

    assert not report.has_errors, report.shown
