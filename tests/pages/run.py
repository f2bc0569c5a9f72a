#!/usr/bin/env python3
"""Looks at built books as their readers do: with a browser, on a phone, in five themes.

    mdbook build example-book --dest-dir /tmp/pages/example-book
    tests/pages/run.py /tmp/pages/example-book/html [--axe axe.min.js] [--pictures DIR]

Needs Python and Chromium (`CHROMIUM` names another one) and no network. Ends with 1 when a page is wrong. What is
wrong is told with its page; tests/pages/check.js says what is looked for.
"""

import argparse
import contextlib
import functools
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import urllib.parse

import png

HERE = pathlib.Path(__file__).parent
THEMES = ["light", "rust", "coal", "navy", "ayu"]
WIDTHS = [1400, 800, 390]
# What README and guide show: a name, the book's directory, a page with the place to begin at, size and theme.
GUIDE = [
    ("index", "docs", "examples/adr/index.html", 900, 660, "light"),
    ("record", "docs", "examples/adr/0002-use-a-database-table-as-the-queue.html", 900, 420, "light"),
    ("record-phone", "languages", "entscheidungen/0001-tabelle.html", 390, 560, "navy"),
    ("unwritten", "example-book", "gallery/standard.html", 900, 640, "light"),
    ("coverage", "coverage", "services/overview.html", 900, 414, "light"),
    ("change-log", "atlas", "architecture.html#change-log", 900, 250, "light"),
    ("trace", "atlas", "links.html", 900, 520, "light"),
    ("decisions-since", "atlas", "since.html", 900, 190, "light"),
    ("graph", "example-book", "decisions/index.html#how-they-relate", 900, 622, "navy"),
    ("example-arc42", "docs", "examples/arc42.html#12-quality-goals", 900, 372, "light"),
    ("example-formal", "docs", "examples/formal.html#52-risk-assessment", 900, 546, "light"),
    ("example-handbook", "docs", "examples/handbook.html#component-1-gateway", 900, 484, "light"),
    ("example-platform", "docs", "examples/platform.html#flow-a-scan-changes-a-state", 900, 334, "light"),
    ("example-standard", "docs", "examples/standard.html#components", 900, 330, "light"),
    ("example-visual", "docs", "examples/visual.html#component-diagram", 900, 690, "light"),
]
# What is done to a page before its picture is taken: diagrams are drawn as mdbook-mermaid draws them, where its
# script is given, and the place to begin at goes to the top.
PREPARE = """
async (page, place) => {
    const script = page.createElement("script");
    script.src = "/__mermaid.js";
    const loaded = new Promise(done => script.onload = done);
    page.head.append(script);
    await loaded;
    const mermaid = page.defaultView.mermaid;
    for (const code of mermaid ? page.querySelectorAll("code.language-mermaid") : []) {
        const drawn = page.createElement("pre");
        drawn.className = "mermaid";
        drawn.textContent = code.textContent;
        code.parentElement.replaceWith(drawn);
    }
    mermaid?.initialize({startOnLoad: false, deterministicIds: true});
    await mermaid?.run();
    const heading = place && page.getElementById(place);
    if (heading) page.defaultView.scrollBy(0, heading.getBoundingClientRect().top - 24);
}
"""
# Beyond this a page of the guide takes long to open.
LARGEST = 80_000
SKIPPED = {"404.html", "toc.html", "print.html"}


class Handler(http.server.SimpleHTTPRequestHandler):
    """The book, our two pages beside it, and a place for the result."""

    def __init__(self, *args, state, **kwargs):
        self.state = state
        super().__init__(*args, directory=state["root"], **kwargs)

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = urllib.parse.urlparse(self.path).path
        own = {"/__check.html": self.page(), "/__check.js": (HERE / "check.js").read_text()}
        own |= {"/__axe.js": self.state["axe"], "/__frame.html": self.frame()}
        own |= {"/__mermaid.js": self.state["mermaid"]}
        if path not in own:
            return super().do_GET()
        kind = "text/javascript" if path.endswith(".js") else "text/html"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(own[path].encode())

    def page(self):
        asked = json.dumps({key: self.state[key] for key in ("pages", "themes")})
        return (
            "<!doctype html><title>check</title><body><script src='/__axe.js'></script>"
            f"<script>const ASKED = {asked};</script><script src='/__check.js'></script>"
        )

    def frame(self):
        """A page in a theme at a width, since no window of Chromium is as narrow as a phone."""
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(self.path).query))
        settings = {"mdbook-theme": asked.get("theme", "light"), "mdbook-sidebar": "hidden"}
        source, _, place = asked.get("src", "/").partition("#")
        prepare = f"f.onload = () => ({PREPARE})(f.contentDocument, {json.dumps(place)});"
        return (
            "<!doctype html><body style='margin:0'><script>"
            f"Object.entries({json.dumps(settings)}).forEach(([k, v]) => localStorage.setItem(k, v));"
            f"const f = document.createElement('iframe'); f.src = {json.dumps(source)};"
            f"f.style = 'border:0;width:{int(asked.get('width', 800))}px;height:100vh';"
            f"{prepare} document.body.append(f);</script>"
        )

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.state["result"] = json.loads(self.rfile.read(length))
        self.send_response(204)
        self.end_headers()
        self.state["done"].set()


@contextlib.contextmanager
def chromium(*arguments):
    """A browser with a profile of its own, which is gone with it."""
    program = os.environ.get("CHROMIUM", "chromium")
    quiet = ["--disable-background-networking", "--no-first-run", "--disable-sync"]
    with tempfile.TemporaryDirectory(prefix="pages-", ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", *quiet, f"--user-data-dir={profile}", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield browser
        finally:
            browser.terminate()
            browser.wait()


def take_pictures(address, page, directory, book):
    for width in WIDTHS:
        for theme in THEMES if width == 800 else ["light"]:
            name = page.removesuffix(".html").replace("/", "-")
            target = directory / f"{book}-{name}-{width}-{theme}.png"
            take_picture(address, page, width, 2000, theme, target)


def take_picture(address, page, width, height, theme, target):
    query = urllib.parse.urlencode({"src": "/" + page, "theme": theme, "width": width})
    size = f"--window-size={max(width, 500)},{height}"
    frame = f"{address}/__frame.html?{query}"
    with chromium(f"--screenshot={target}", "--hide-scrollbars", size, "--virtual-time-budget=3000", frame) as browser:
        browser.wait(60)


def take_guide(address, book, directory):
    """The pictures of the guide that show this book."""
    for name, of, page, width, height, theme in GUIDE:
        if of != book:
            continue
        target = directory / f"{name}.png"
        take_picture(address, page, width, height, theme, target)
        target.write_bytes(png.small(target.read_bytes(), width, height))
        if target.stat().st_size > LARGEST:
            sys.exit(f"{target} has {target.stat().st_size} bytes; {LARGEST} are the most")


def check(book, options):
    root = pathlib.Path(book).resolve()
    found = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
    pages = [page for page in found if page.rsplit("/", 1)[-1] not in SKIPPED]
    axe, mermaid = (pathlib.Path(script).read_text() if script else "" for script in (options.axe, options.mermaid))
    state = {"root": str(root), "pages": pages, "themes": THEMES, "axe": axe, "mermaid": mermaid}
    state["done"] = threading.Event()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, state=state))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with chromium("--window-size=1400,1000", "--remote-debugging-port=0", f"{address}/__check.html"):
        if not state["done"].wait(options.timeout):
            sys.exit(f"{book}: the browser did not answer within {options.timeout} seconds")
    name = root.parent.name if root.name == "html" else root.name
    if options.guide:
        directory = pathlib.Path(options.guide)
        directory.mkdir(parents=True, exist_ok=True)
        take_guide(address, name, directory)
    if options.pictures:
        directory = pathlib.Path(options.pictures)
        directory.mkdir(parents=True, exist_ok=True)
        for page in state["result"]["ours"]:
            take_pictures(address, page, directory, name)
    server.shutdown()
    return state["result"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("books", nargs="+", help="directories of built HTML")
    parser.add_argument("--axe", help="axe-core's axe.min.js")
    parser.add_argument("--guide", help="where the pictures of README and guide go: docs/src/pictures")
    parser.add_argument("--mermaid", help="mermaid's mermaid.min.js, which draws diagrams on the pictures")
    parser.add_argument("--pictures", help="where pictures of the pages with our parts go")
    parser.add_argument("--timeout", type=float, default=600)
    options = parser.parse_args()
    wrong = 0
    for book in options.books:
        result = check(book, options)
        for problem in result["problems"]:
            print(f"{book}/{problem}")
        wrong += len(result["problems"])
        counted = ", ".join(f"{count} {what}" for what, count in result["counts"].items())
        links = ", ".join(f"{theme} {contrast}" for theme, contrast in result.get("links", []) if contrast)
        least = f"least contrast {result['contrast']}" + (f" (links, as the theme has them: {links})" if links else "")
        print(f"{book}: {counted}; {least}; {len(result['problems'])} problems")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
