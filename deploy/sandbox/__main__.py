"""Run the sandbox: ``python -m deploy.sandbox``."""

import logging
import os
import sys

import uvloop

from .serve import run_until_told
from .settings import SettingsMissing, from_environment


def main() -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("mail.log").setLevel(logging.WARNING)
    try:
        settings = from_environment(os.environ)
    except SettingsMissing as missing:
        sys.stderr.write(f"sandbox: {missing}\n")
        return 2
    uvloop.run(run_until_told(settings))
    return 0


sys.exit(main())
