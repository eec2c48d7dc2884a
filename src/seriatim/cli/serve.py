"""``seriatim serve``: the workbench."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import Unreadable


@click.command("serve")
@cases.CASE
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; beyond this machine only with accounts.",
)
@click.option(
    "--port",
    default=8765,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port; 0: any that is free.",
)
@click.option(
    "--host-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name that browsers know it by, beside the address; may be repeated.",
)
@click.option(
    "--behind-proxy",
    "proxied",
    is_flag=True,
    help="A proxy on this machine stands before it, and says who asks and whether over TLS.",
)
@click.option(
    "--log",
    "log",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write who asked for what into a file.",
)
@click.option(
    "--by",
    "who",
    default=None,
    help="Who: kept in the log, where the case has no accounts.  [SERIATIM_WHO, else your login name]",
)
def command(
    path: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    proxied: bool,
    log: Path | None,
    who: str | None,
) -> None:
    """Work on a case in the browser: review, read and mark, correct, ask, publish.

    It listens on this machine alone until the case has accounts (`seriatim account`); TLS is a
    proxy's part (docs/workbench.md).
    """
    import uvicorn

    from seriatim.web.app import application
    from seriatim.web.auth import accounts
    from seriatim.web.middleware import UVICORN, hosts

    case = cases.open_case(path)
    with cases.said():
        accounts.may_listen(host, case.path, proxied=proxied, names=names)
        app = application(
            case.path, who=cases.whoever(who), hosts=hosts(host, names), proxied=proxied
        )
    if log:
        _keep_log(log)
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    click.echo(
        f"{case.settings.title}: http://{_bracketed(names[0] if names else host)}:{port}/  (Ctrl-C ends it)",
        err=True,
    )
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2, **UVICORN)
    )
    server.run(sockets=[listening])


def _keep_log(path: Path) -> None:
    """A line a request (no query, no header, no body), and what the workbench itself has to say."""
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("seriatim")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens.  Raises Unreadable where the address can't be had."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)  # who connects before the workbench is up waits a moment
    except OSError as error:
        raise Unreadable(
            f"{host}, port {port}: can't be listened on ({error.strerror or error}); choose another with --host or --port"
        ) from error
    return listening


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
