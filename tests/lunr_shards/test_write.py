"""The files of an index as a whole."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from lunr_shards.write import Document, Options, Sizes, write_index

OPTIONS = Options({"title": 1}, ["kind"], manifest={"language": "nl"})
DOCUMENTS = [
    Document(name, {"title": name}, [name], {"kind": [("a", "Soort  a")]}, {"newest": name}, [f"De {name}."])
    for name in ("daken", "portieken", "tuinen")
]


def write(folder: Path, documents: list[Document] = DOCUMENTS, options: Options = OPTIONS) -> dict[str, object]:
    """Write an index and return its manifest."""
    assert write_index(documents, folder, options) == len(documents)
    manifest: dict[str, object] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_every_name_but_two_carries_the_digest(tmp_path):
    """A server may tell browsers to keep such a file for ever."""
    manifest = write(tmp_path)
    digest = str(manifest["digest"])
    others = [name for name in names(tmp_path) if name not in ("lunr.json", "manifest.json")]
    assert re.fullmatch("[0-9a-f]{10}", digest)
    assert all(name.endswith(f".{digest}.json") for name in others)
    kinds = {re.split(r"-|\.", name)[0] for name in others}
    assert kinds == {"choices", "forward", "hits", "order", "reversed", "terms", "texts", "values"}
    assert (manifest["language"], manifest["facets"], manifest["documents"]) == ("nl", ["kind"], 3)
    assert json.loads((tmp_path / f"choices-kind.{digest}.json").read_text()) == [["a", "Soort a", 3]]


def test_the_same_documents_give_the_same_bytes(tmp_path):
    """Names too; and no whole index unless asked."""
    write(tmp_path / "one")
    write(tmp_path / "other", options=replace(OPTIONS, whole_index=False))
    assert set(names(tmp_path / "one")) - set(names(tmp_path / "other")) == {"lunr.json"}
    for name in names(tmp_path / "other"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_changed_hit_changes_every_name_and_the_old_files_go(tmp_path):
    """A browser must not show what it kept of another build; another file in the folder stays."""
    (tmp_path / "eigen.json").write_text("{}")
    write(tmp_path)
    first = names(tmp_path)
    write(tmp_path, [*DOCUMENTS[:2], replace(DOCUMENTS[2], stored=["anders"])])
    assert set(first) & set(names(tmp_path)) == {"eigen.json", "lunr.json", "manifest.json"}
    assert len(names(tmp_path)) == len(first)


def test_no_documents_have_an_index(tmp_path):
    """In which nothing is found."""
    manifest = write(tmp_path, [])
    assert (manifest["documents"], manifest["terms"]) == (0, ["", 1])
    kinds = {"choices-kind", "forward-0", "lunr", "manifest", "reversed-0", "terms-0", "values-0"}
    assert {name.split(".")[0] for name in names(tmp_path)} == kinds


def test_few_hits_are_one_file_and_many_are_not(tmp_path):
    """With few of them no query waits for what results show; of many nobody loads what is not shown."""
    size = sum(len(json.dumps(document.stored)) for document in DOCUMENTS)
    for most, per_file, files in ((size, 3, 1), (size - 1, 2, 2)):
        options = replace(OPTIONS, sizes=Sizes(most_hits=most, hits_per_file=2))
        folder = tmp_path / str(most)
        assert write(folder, options=options)["hits"] == per_file
        assert len([name for name in names(folder) if name.startswith("hits-")]) == files


def test_many_separators_stand_in_files_of_their_own(tmp_path):
    """So that the manifest stays small."""
    for most, each in ((3, 1), (2, 2)):
        sizes = Sizes(terms=1, most_separators=most, separators_per_file=2)
        manifest = write(tmp_path, options=replace(OPTIONS, sizes=sizes))
        assert isinstance(manifest["terms"], list)
        assert manifest["terms"][1] == each
        groups = [json.loads(file.read_text()) for file in sorted(tmp_path.glob("terms-from-*"))]
        assert groups == ([] if most == 3 else ["\ndaken ", "portieken "])


def test_a_list_is_looked_up_as_the_values_of_a_facet(tmp_path):
    """Its values have words and no documents, and add nothing to what can be chosen."""
    write(tmp_path, options=replace(OPTIONS, lists={"word": {"tui": "nen nier"}}))
    [added, kept, *_] = json.loads(next(tmp_path.glob("values-0.*")).read_text())
    assert "word/tui=nen nier" in added.split("\n")
    assert kept
    assert not list(tmp_path.glob("choices-word*"))
