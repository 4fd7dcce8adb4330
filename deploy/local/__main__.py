"""The commands behind the Makefile.

Start-up is standard library only, because `.venv` may not exist yet.
"""

import argparse
import os
import sys

from deploy.local.failure import CannotStart
from deploy.local.paths import DataFolder
from deploy.local.setup import prepare
from deploy.local.speech import tell

DEFAULT_PORT = 8000
SANDBOX_DISTANCE = 25
TAKE_OPTIONS = {"test": "pytest", "bench": "the measurements", "proofs": "the proofs"}


def arguments() -> argparse.ArgumentParser:
    """The commands. PORT, SANDBOX_PORT, DATA and ONLY come from the environment."""
    parser = argparse.ArgumentParser(
        prog="python3 -m deploy.local", description="Run the portal on this machine."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", help="run everything until Ctrl-C")
    up.add_argument(
        "--only", default=os.environ.get("ONLY", ""), help="names of processes, separated by commas"
    )
    up.add_argument("--silent", action="store_true", help="print nothing; logs go to files as JSON")
    up.add_argument("--no-seed", action="store_true", help="without demo data")
    commands.add_parser("down", help="stop the portal that runs in DATA")
    commands.add_parser("status", help="list the processes of the portal that runs in DATA")
    for name, meaning in TAKE_OPTIONS.items():
        commands.add_parser(
            name, help=f"start a test bed and run {meaning} in it, with any options"
        )
    commands.add_parser("check", help="style, types, import rules and architecture tests")
    return parser


def port_setting(name: str, default: int) -> int:
    """A port from the environment."""
    given = os.environ.get(name) or str(default)
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise CannotStart(f"{name} must be a port number, not {given!r}.")
    return int(given)


def run(chosen: argparse.Namespace, rest: list[str], data: DataFolder) -> int:
    """Prepare what the command needs, go on inside `.venv`, and do it."""
    if chosen.command == "down":
        from deploy.local.running import stop_running

        tell(
            f"Stopped the portal in {data.root}."
            if stop_running(data)
            else f"Nothing is running in {data.root}."
        )
        return 0
    prepare(for_tests=chosen.command in ("test", "bench", "proofs", "check"))
    # Imported here: the packages they use were possibly installed a moment ago.
    from deploy.local import suite
    from deploy.local.up import Options, up

    if chosen.command == "up":
        port = port_setting("PORT", DEFAULT_PORT)
        up(
            Options(
                data=data,
                port=port,
                sandbox_port=port_setting("SANDBOX_PORT", port + SANDBOX_DISTANCE),
                only=tuple(filter(None, chosen.only.split(","))),
                silent=chosen.silent,
                seed=not chosen.no_seed,
            )
        )
        return 0
    if chosen.command == "status":
        return suite.status(data)
    if chosen.command == "check":
        return suite.check()
    return suite.run_in_testbed(chosen.command, rest)


def main() -> int:
    """A command ends with 0, with pytest's status, or with one sentence and 1."""
    try:
        parser = arguments()
        chosen, rest = parser.parse_known_args()
        if rest and chosen.command not in TAKE_OPTIONS:
            parser.error(f"unknown: {' '.join(rest)}")
        return run(chosen, rest, DataFolder.at(os.environ.get("DATA") or "var"))
    except CannotStart as obstacle:
        sys.stderr.write(f"{obstacle}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
