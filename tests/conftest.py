"""What every test may use."""

pytest_plugins = ("tests.browser.fixtures", "tests.site.fixtures")
