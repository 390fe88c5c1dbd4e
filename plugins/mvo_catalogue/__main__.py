"""Run the command ``mvo`` as ``python -m mvo_catalogue``."""

import sys

from mvo_catalogue.wiring.command_line import main

sys.exit(main())
