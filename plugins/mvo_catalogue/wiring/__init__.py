"""The one place that knows Pelican and the command line.

Pelican loads this package as its plugin: ``PLUGINS = ["mvo_catalogue.wiring"]``. What that means for those who
knows Pelican is in ``docs/pelican.md``.
"""


def register() -> None:
    """Connect the catalogue to Pelican's signals, once however often a site is built."""
    from mvo_catalogue.wiring import plugin  # noqa: PLC0415  # `mvo check` starts without Pelican

    plugin.connect()
