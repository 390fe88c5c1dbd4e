"""Former names are replaced in links and references, and nothing else changes."""

import shutil

from mvo_catalogue.fixing.repair import find_repairs
from mvo_catalogue.validation.load import check_content
from tests.factories import TODAY
from tests.validation.conftest import CASES


def test_a_link_to_a_former_name_gets_the_current_name(tmp_path):
    """With its anchor, in the text or as a link definition."""
    content = tmp_path / "content"
    for source in (CASES / "base", CASES / "invalid" / "former-name"):
        shutil.copytree(source / "content", content, dirs_exist_ok=True)
    whole, _ = check_content(content, TODAY)

    for name in ("portieken", "warm-welkom"):
        path = f"content/practices/{name}.md"
        (repair,) = find_repairs(content, whole.known, TODAY, path.__eq__)
        before, after = (text.split("---\n", 2)[2] for text in (repair.before, repair.after))
        assert "partners/werkplaats-noord.md" in before
        assert after == before.replace("partners/werkplaats-noord.md", "partners/wijkwerk.md")
