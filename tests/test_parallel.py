"""Parallel work: the same results in the same order."""

import os
import signal
import subprocess
import sys

import pytest

from mvo_catalogue.parallel import map_items


@pytest.mark.parametrize(("least", "elsewhere"), [(10, True), (11, False)])
def test_processes_are_used_from_a_minimum_number_on(least, elsewhere, monkeypatch):
    """Functions that cannot be pickled work too."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    here = os.getpid()
    results = list(map_items(lambda item: (item * 2, os.getpid() != here), range(10), least=least))

    assert results == [(item * 2, elsewhere) for item in range(10)]


def test_with_one_core_there_is_no_other_process(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)

    assert set(map_items(lambda _: os.getpid(), range(9), least=1)) == {os.getpid()}


def test_an_exception_is_raised_in_the_caller(monkeypatch):
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
def test_no_process_survives_the_main_process(end):
    """Whatever ends that."""
    with subprocess.Popen([sys.executable, "-c", _ENDLESS], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        for _ in range(2):
            parent.stdout.readline()
        parent.send_signal(end)
        parent.communicate(timeout=30)  # until no process can write any more

    assert parent.returncode == -end
