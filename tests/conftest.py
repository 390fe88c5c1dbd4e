"""What every test may use."""

import gc
import signal

from hypothesis import settings

pytest_plugins = ("tests.site.fixtures", "tests.browser.fixtures")

# As in `mvo`: all that is collected stays, and to look for garbage in it took a twentieth of the time.
gc.set_threshold(200_000)

# A process started in the background ignores Ctrl-C, and so do its children; some tests need the signal.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A gate gives the same answer twice: the examples follow from the test itself. `make fuzz` looks for new ones.
settings.register_profile("gate", max_examples=30, derandomize=True, database=None, deadline=None)
settings.register_profile("fuzz", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("gate")
