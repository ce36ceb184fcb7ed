"""The options of ``headwater read`` that concern pages from the web."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Urls = Annotated[
    list[Path] | None,
    typer.Option(
        "--urls",
        metavar="FILE",
        help="A file of addresses, one a line; # begins a comment.",
        show_default=False,
    ),
]
Feeds = Annotated[
    list[str] | None,
    typer.Option(
        "--feed",
        metavar="URL",
        help="An RSS or Atom feed; the pages that it points to are fetched.",
        show_default=False,
    ),
]
Pause = Annotated[
    float, typer.Option("--pause", min=0, metavar="SECONDS", help="Between two requests to one host.")
]
Ports = Annotated[
    list[int] | None,
    typer.Option(
        "--port",
        metavar="N",
        min=1,
        max=65535,
        help="A port besides 80 and 443 that may be asked.",
        show_default=False,
    ),
]
ProxyFromEnv = Annotated[
    bool, typer.Option("--proxy-from-env", help="Fetch through the proxy that the environment names.")
]
AllowLoopback = Annotated[
    bool, typer.Option("--allow-loopback", hidden=True, help="Fetch from this machine; for tests.")
]
