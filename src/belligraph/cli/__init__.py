"""The command line. Data goes to standard output, everything else to standard error; one module a verb.

Exit codes: 0 done · 1 done, but something does not conform · 2 usage · 3 unreadable input · 4 environment · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from belligraph import __version__
from belligraph.cli.ask import ask_command
from belligraph.cli.authority import authority_command
from belligraph.cli.check import check_command
from belligraph.cli.demo import demo_command
from belligraph.cli.diff import diff_command
from belligraph.cli.eval import eval_command
from belligraph.cli.export import export_command
from belligraph.cli.extract import extract_command
from belligraph.cli.import_ import import_command
from belligraph.cli.links import links_command
from belligraph.cli.publish import publish_command
from belligraph.cli.query import query_command
from belligraph.cli.review import review_command
from belligraph.cli.rollback import rollback_command
from belligraph.cli.serve import serve_command
from belligraph.cli.validate import validate_command
from belligraph.cli.withdraw import withdraw_command
from belligraph.errors import BelligraphError, EnvironmentProblem

__all__ = ["cli", "main"]

INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="belligraph")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def cli(debug: bool) -> None:
    """News reports of attacks and strikes as linked data: every fact opens on its words and its speaker.

    Exit codes: 0 done, 1 done but something does not conform, 2 usage, 3 unreadable input, 4 environment, 130 interrupted.
    """


for command in (
    publish_command,
    import_command,
    serve_command,
    query_command,
    ask_command,
    export_command,
    validate_command,
    extract_command,
    check_command,
    review_command,
    eval_command,
    diff_command,
    withdraw_command,
    rollback_command,
    demo_command,
    authority_command,
    links_command,
):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits with its code; an error is one line, without a traceback unless --debug is given."""
    words = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in words
    sys.exit(_run([w for w in words if w != "--debug"], debug))


def _run(words: list[str], debug: bool) -> int:
    try:
        code = cli.main(words, prog_name="belligraph", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("belligraph: interrupted; nothing was changed that was not finished", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has had enough; keep the interpreter from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BelligraphError as error:
        if debug:
            traceback.print_exc()
        click.echo(f"belligraph: {error}", err=True)
        for fault in getattr(error, "faults", ()):
            click.echo(f"  {fault}", err=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug of ours, told in one line
        if debug:
            traceback.print_exc()
        remedy = "This is a fault of the program: please report it, with what --debug shows."
        click.echo(f"belligraph: {type(error).__name__}: {error}. {remedy}", err=True)
        return EnvironmentProblem.exit_code
