"""Work side by side: the same results in the same order, whoever did it."""

import os
import signal
import subprocess
import sys

import pytest

from mvo_catalogue.parallel import map_items


@pytest.mark.parametrize(("least", "elsewhere"), [(10, True), (11, False)])
def test_processes_take_part_from_the_least_number_on(least, elsewhere, monkeypatch):
    """A function that cannot be sent to a process finds what it needs there all the same."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    here = os.getpid()
    results = list(map_items(lambda item: (item * 2, os.getpid() != here), range(10), least=least))

    assert results == [(item * 2, elsewhere) for item in range(10)]


def test_one_core_does_it_all(monkeypatch):
    """Another process would only wait."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)

    assert set(map_items(lambda _: os.getpid(), range(9), least=1)) == {os.getpid()}


def test_a_mistake_is_raised_here(monkeypatch):
    """Wherever it was made."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    with pytest.raises(ZeroDivisionError):
        list(map_items(lambda item: 1 // item, [1, 0], least=1))


_ENDLESS = """
import os, time
from mvo_catalogue.parallel import map_items
os.sched_getaffinity = lambda _: {0, 1}
def work(item):
    print(item, flush=True)
    time.sleep(600)
list(map_items(work, range(2), least=1))
"""


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_stays_behind(end):
    """Whatever ends the one that others work for, they end too: they would wait for ever."""
    with subprocess.Popen([sys.executable, "-c", _ENDLESS], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        for _ in range(2):
            parent.stdout.readline()
        parent.send_signal(end)
        parent.communicate(timeout=30)  # until nobody is left that could write

    assert parent.returncode == -end
