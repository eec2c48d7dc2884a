"""``seriatim serve``: the workbench."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import Unreadable
from seriatim.messages import cli as messages

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("serve")
@cases.CASE
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help=messages.HOST,
)
@click.option(
    "--port",
    default=8765,
    show_default=True,
    type=click.IntRange(0, 65535),
    help=messages.PORT,
)
@click.option(
    "--host-name",
    "names",
    multiple=True,
    metavar="NAME",
    help=messages.HOST_NAME,
)
@click.option(
    "--behind-proxy",
    "proxied",
    is_flag=True,
    help=messages.BEHIND_PROXY,
)
@click.option("--tls-cert", type=FILE, help=messages.TLS_CERT)
@click.option("--tls-key", type=FILE, help=messages.TLS_KEY)
@click.option("--insecure-http", is_flag=True, help=messages.INSECURE_HTTP)
@click.option(
    "--log",
    "log",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=messages.REQUEST_LOG,
)
@click.option(
    "--by",
    "who",
    default=None,
    help=messages.SERVED_BY,
)
def command(
    path: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    proxied: bool,
    tls_cert: Path | None,
    tls_key: Path | None,
    insecure_http: bool,
    log: Path | None,
    who: str | None,
) -> None:
    """Work on a case in the browser: review, read and mark, correct, test, publish.

    It listens on this machine only, unless the case has accounts (`seriatim account`). Beyond this
    machine it needs TLS: a certificate and its key, or a proxy in front (docs/workbench.md).
    """
    import uvicorn

    from seriatim.web.app import application
    from seriatim.web.auth import accounts
    from seriatim.web.middleware import UVICORN, hosts

    if (tls_cert is None) != (tls_key is None):
        raise Unreadable(messages.TLS_NEEDS_BOTH)
    case = cases.open_case(path)
    with cases.errors():
        case.log.read()  # one that was cut is refused before anybody works with it
        accounts.may_listen(host, case.path, proxied=proxied, names=names)
        app = application(
            case.path, who=cases.user_name(who), hosts=hosts(host, names), proxied=proxied
        )
    beyond = not accounts.is_loopback(host)
    if beyond and not (tls_cert or proxied or insecure_http):
        raise Unreadable(messages.needs_tls(host))
    if log:
        _keep_log(log)
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    address = (
        f"{'https' if tls_cert else 'http'}://{_bracketed(names[0] if names else host)}:{port}/"
    )
    console.echo(messages.serving(case.settings.title, address), err=True)
    config = uvicorn.Config(
        app,
        log_level="warning",
        timeout_graceful_shutdown=2,
        ssl_certfile=tls_cert,
        ssl_keyfile=tls_key,
        **UVICORN,
    )
    try:
        config.load()
    except OSError as error:  # an ssl.SSLError is one
        raise Unreadable(messages.cannot_use_tls(tls_cert, tls_key, str(error))) from error
    server = uvicorn.Server(config)
    server.run(sockets=[listening])


def _keep_log(path: Path) -> None:
    """Log one line per request (no query, header or body) and the workbench's own messages."""
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("seriatim")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket.  Raises Unreadable if the address isn't available."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)  # early connections wait until the workbench is up
    except OSError as error:
        why = error.strerror or str(error)
        raise Unreadable(messages.cannot_listen(host, port, why)) from error
    return listening


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
