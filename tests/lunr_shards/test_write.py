"""Writing the files of an index."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from lunr_shards.write import Document, Options, Sizes, write_index

OPTIONS = Options({"title": 1}, ["kind"], manifest={"language": "nl"})
DOCUMENTS = [
    Document(name, {"title": name}, [name], {"kind": [("a", "Soort  a")]}, {"newest": name}, [f"De {name}."])
    for name in ("daken", "portieken", "tuinen")
]


def write(folder: Path, documents: list[Document] = DOCUMENTS, options: Options = OPTIONS) -> dict[str, Any]:
    """Write an index and return its manifest."""
    write_index(documents, folder, options)
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_every_file_name_but_two_has_a_digest(tmp_path):
    """So servers may cache them for ever; the manifest has the digests, hits those of texts."""
    manifest = write(tmp_path)
    others = [name for name in names(tmp_path) if name not in ("lunr.json", "manifest.json")]
    texts = [digest for _, digest in json.loads(next(tmp_path.glob("hits-0.*")).read_text(encoding="utf-8"))]
    for name in others:
        ((kind, number, digest),) = re.findall(r"^(.+)-(\d)\.([0-9a-f]{10})\.json$", name)
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest().startswith(digest)
        together, known = (1, "".join(texts)) if kind == "texts" else manifest["digests"][kind]
        assert together == 1
        assert known[10 * int(number) :][:10] == digest
    assert "texts" not in manifest["digests"]
    kinds = {name.partition("-")[0] for name in others}
    assert kinds == {"choices", "forward", "hits", "order", "reversed", "terms", "texts", "values"}
    assert (manifest["language"], manifest["facets"], manifest["documents"]) == ("nl", ["kind"], 3)
    (choices,) = tmp_path.glob("choices-kind-0.*.json")
    assert json.loads(choices.read_text()) == [["a", "Soort a", 3]]


def test_neighbouring_files_share_a_digest_when_there_are_many(tmp_path):
    """So the manifest stays small."""
    sizes = Sizes(most_named=2, shared=2, most_hits=0, hits_per_file=1)
    manifest = write(tmp_path, options=replace(OPTIONS, sizes=sizes))
    together, digests = manifest["digests"]["hits"]
    assert (together, len(digests)) == (2, 20)
    before = [name for name in names(tmp_path) if name.startswith("hits-")]
    assert before == [f"hits-{number}.{digests[10 * (number // 2) :][:10]}.json" for number in range(3)]
    write(tmp_path, [*DOCUMENTS[:2], replace(DOCUMENTS[2], stored="anders")], replace(OPTIONS, sizes=sizes))
    assert [name for name in names(tmp_path) if name.startswith("hits-")][:2] == before[:2]
    assert before[2] not in names(tmp_path)
    write(tmp_path, options=replace(OPTIONS, sizes=sizes))
    assert len({name.split(".")[1] for name in names(tmp_path) if name.startswith("texts-")}) == len(DOCUMENTS)
    assert len(manifest["digests"]["terms"][1]) == 10


def test_the_same_documents_give_the_same_bytes(tmp_path):
    """The whole index is only written on request."""
    write(tmp_path / "one")
    write(tmp_path / "other", options=replace(OPTIONS, whole_index=False))
    assert set(names(tmp_path / "one")) - set(names(tmp_path / "other")) == {"lunr.json"}
    for name in names(tmp_path / "other"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_changed_hit_only_renames_its_file(tmp_path):
    (tmp_path / "eigen.json").write_text("{}")
    write(tmp_path)
    first = names(tmp_path)
    write(tmp_path, [*DOCUMENTS[:2], replace(DOCUMENTS[2], stored=["anders"])])
    assert [name.split(".")[0] for name in set(first) - set(names(tmp_path))] == ["hits-0"]
    assert len(names(tmp_path)) == len(first)


def test_an_index_can_be_empty(tmp_path):
    manifest = write(tmp_path, [])
    assert (manifest["documents"], manifest["terms"]) == (0, ["", 1])
    kinds = {"choices-kind-0", "forward-0", "lunr", "manifest", "reversed-0", "terms-0", "values-0"}
    assert {name.split(".")[0] for name in names(tmp_path)} == kinds


def test_few_hits_are_one_file_and_many_are_not(tmp_path):
    size = sum(len(f'[["{document.ref}"],"0123456789"]') for document in DOCUMENTS)
    for most, per_file, files in ((size, 3, 1), (size - 1, 2, 2)):
        options = replace(OPTIONS, sizes=Sizes(most_hits=most, hits_per_file=2))
        folder = tmp_path / str(most)
        assert write(folder, options=options)["hits"] == per_file
        assert len([name for name in names(folder) if name.startswith("hits-")]) == files


def test_many_separators_have_their_own_files(tmp_path):
    for most, each in ((3, 1), (2, 2)):
        sizes = Sizes(terms=1, most_separators=most, separators_per_file=2)
        manifest = write(tmp_path, options=replace(OPTIONS, sizes=sizes))
        assert isinstance(manifest["terms"], list)
        assert manifest["terms"][1] == each
        groups = [json.loads(file.read_text()) for file in sorted(tmp_path.glob("terms-from-*"))]
        assert groups == ([] if most == 3 else ["\ndaken ", "portieken "])


def test_the_keys_of_a_list_are_in_small_files(tmp_path):
    """Not in the manifest; their names change with the list."""
    words = {f"sleutel{number}": [number] * 20 for number in range(100)}
    sizes = Sizes(listed=500)
    manifest = write(tmp_path, options=replace(OPTIONS, lists={"woord": words, "leeg": {}}, sizes=sizes))
    named = f"list-woord-*.{manifest['digests']['list-woord'][1]}.json"
    files = [json.loads(file.read_text()) for file in tmp_path.glob(named)]
    assert manifest["lists"] == {"woord": len(files), "leeg": 1}
    assert max(len(json.dumps(found)) for found in files) < 5_000
    assert sum(map(len, files)) == 100
    assert {key: found for part in files for key, found in part.items()} == words
    assert "sleutel" not in json.dumps(manifest)
