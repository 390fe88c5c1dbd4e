"""The commands of ``mvo``, a module each; ``run(options)`` does one and returns its exit code."""
