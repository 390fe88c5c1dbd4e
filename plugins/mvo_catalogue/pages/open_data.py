"""What the page about the open data says to search engines: a DataCatalog and a Dataset of schema.org."""

from __future__ import annotations

from typing import Any

from mvo_catalogue.site import urls
from mvo_catalogue.site.data_files import LICENCE_ADDRESSES, data_files, data_words
from mvo_catalogue.site.site import Site


def build_dataset(site: Site) -> dict[str, Any]:
    """Return the data and its files as JSON-LD."""
    words, page = data_words(), site.absolute(urls.DATA)
    house = {"@type": "Organization", "name": site.name, "url": site.absolute(urls.HOME)}
    files = [file for file in data_files() if file.has_data]
    catalogue = {
        "@type": "DataCatalog",
        "@id": f"{page}#catalogus",
        "name": site.name,
        "description": site.tagline,
        "url": page,
        "publisher": house,
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
        "creator": house,
        "publisher": house,
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
