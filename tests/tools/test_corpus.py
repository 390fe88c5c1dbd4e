"""The catalogues that benchmarks measure are made from the real one, whatever that holds by now."""

from pathlib import Path

from bench.corpus import Corpus
from mvo_catalogue.validation.load import check_content
from mvo_catalogue.wiring.project import read_today
from tests.site.fixtures import ROOT


def test_a_generated_catalogue_has_no_mistake(tmp_path: Path) -> None:
    """It can be built: what an entry takes from another names nothing that is not there."""
    Corpus(ROOT / "content").write(tmp_path / "content", 60)
    _, report = check_content(tmp_path / "content", read_today())

    assert not report.has_errors, report.shown
