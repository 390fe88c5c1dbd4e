"""Does the index in small files rank as the whole index in stock lunr.js does?

``make bench NAME=search_exactness [SIZES=300]``: random queries of every kind, on the real catalogue and on generated
ones, in about a minute. Stock lunr.js takes most of the time, and much more in a large catalogue. Ends at the first
difference.
"""

from bench.harness import make_projects, parse_arguments
from bench.search_common import load
from lunr_shards.write import write_files
from mvo_catalogue.search.index import make_search
from tests.lunr_shards.test_exactness import differences

QUERIES = 600


def main() -> None:
    """Build and query; exit with the difference."""
    for _, label, project in make_projects(parse_arguments(__doc__, "300").sizes):
        write_files(make_search(load(project / "content")), project / "index")
        if found := differences(project / "index", QUERIES, only="ranks as lunr.js does"):
            raise SystemExit(found)
        print(f"{label}: {QUERIES} of {QUERIES} queries exact")


if __name__ == "__main__":
    main()
