"""What every test may use."""

from hypothesis import settings

pytest_plugins = ("tests.browser.fixtures", "tests.site.fixtures")

# A gate gives the same answer twice: the examples follow from the test itself. `make fuzz` looks for new ones.
settings.register_profile("gate", derandomize=True, database=None, deadline=None)
settings.register_profile("fuzz", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("gate")
