"""The commands of ``mvo``, most a module each; ``run(options)`` does one and returns its exit code."""
