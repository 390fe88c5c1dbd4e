"""What every test may use."""

import signal

from hypothesis import settings

pytest_plugins = ("tests.site.fixtures", "tests.browser.fixtures")

# Who is started in the background is deaf for Ctrl-C, and so are the processes that it starts; some tests need theirs.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A gate gives the same answer twice: the examples follow from the test itself. `make fuzz` looks for new ones.
settings.register_profile("gate", max_examples=50, derandomize=True, database=None, deadline=None)
settings.register_profile("fuzz", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("gate")
