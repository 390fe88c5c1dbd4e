"""The files of the open data, with their metadata for readers, search engines and data portals."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from mvo_catalogue.domain.values import Licence
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site
from mvo_catalogue.texts import Words, load_texts

LICENCE_ADDRESSES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


class _FileWords(Words):
    title: str
    meaning: str


class DataWords(Words):
    """The descriptions of the dataset and of each file, by file name; ``{name}`` is the name of the site."""

    title: str
    description: str
    keywords: tuple[str, ...]
    files: dict[str, _FileWords]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file: its path, its media type, its file type in the EU vocabulary, its licence and its description.

    A file that does not have ``has_data`` describes the data.
    """

    path: str
    media_type: str
    format: str
    licence: Licence
    has_data: bool
    title: str
    meaning: str

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return PurePosixPath(self.path).name


_FILES: tuple[tuple[str, str, str, Licence, bool], ...] = (
    (urls.DATA_CATALOGUE, "application/json", "JSON", Licence.CC_BY, True),
    (
        urls.DATA_WORKBOOK,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
        Licence.CC_BY,
        True,
    ),
    (urls.data_table_path("praktijken"), "text/csv", "CSV", Licence.CC_BY, True),
    (urls.data_table_path("partners"), "text/csv", "CSV", Licence.CC_BY, True),
    (urls.data_table_path("bronnen"), "text/csv", "CSV", Licence.CC0, True),
    (urls.DATA_SCHEMA, "application/schema+json", "JSON", Licence.CC0, False),
    (urls.DATA_DESCRIPTION, "application/ld+json", "JSON_LD", Licence.CC0, False),
)


def data_words() -> DataWords:
    """Return the descriptions of the data."""
    return load_texts("data", DataWords)


def data_files() -> list[DataFile]:
    """Return the files, those with data first."""
    words = data_words().files
    return [DataFile(*file, **words[PurePosixPath(file[0]).name].model_dump()) for file in _FILES]


def build_dataset(site: Site) -> dict[str, Any]:
    """Return the JSON-LD of the page about the data: a DataCatalog and a Dataset of schema.org."""
    words, page = data_words(), site.absolute(urls.DATA)
    publisher = {"@type": "Organization", "name": site.name, "url": site.absolute(urls.HOME)}
    files = [file for file in data_files() if file.has_data]
    catalogue = {
        "@type": "DataCatalog",
        "@id": f"{page}#catalogus",
        "name": site.name,
        "description": site.tagline,
        "url": page,
        "publisher": publisher,
        "dataset": {"@id": f"{page}#gegevens"},
    }
    dataset = {
        "@type": "Dataset",
        "@id": f"{page}#gegevens",
        "name": words.title.format(name=site.name),
        "description": words.description,
        "url": page,
        "identifier": site.identify(urls.DATA),
        "inLanguage": site.language,
        "keywords": words.keywords,
        "license": LICENCE_ADDRESSES[files[0].licence],
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        **({"dateModified": site.last_changed.isoformat()} if site.last_changed else {}),
        "includedInDataCatalog": {"@id": f"{page}#catalogus"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "description": file.meaning,
                "encodingFormat": file.media_type,
                "contentUrl": site.absolute(file.path),
                "license": LICENCE_ADDRESSES[file.licence],
            }
            for file in files
        ],
    }
    return {"@context": "https://schema.org", "@graph": [catalogue, dataset]}
