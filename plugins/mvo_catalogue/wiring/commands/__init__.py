"""The commands of ``mvo``, one per module: ``NAME``, ``HELP``, ``add_arguments(parser)`` and ``run(options)``."""
