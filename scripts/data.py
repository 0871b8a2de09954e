#!/usr/bin/env python3
"""Write the lists of server/linkwell/data anew from the packages they come from."""

import datetime
import re
import subprocess
import sys
import tarfile
import tempfile
from importlib import metadata
from pathlib import Path

import ada_url
import publicsuffixlist

DATA = Path(__file__).resolve().parent.parent / "server" / "linkwell" / "data"

# Names that vendors of text messaging add to the lists that packages carry.
ALSO_SHORTENERS = frozenset(
    "app.link lc.chat linki.la minm.xyz s2r.co serveirc.com goo.gl page.link t.ly tiny.cc 2cm.es acesse.dev acesse.one bitly.cx bityl.co "
    "dwz.cn encr.pw encurtador.com.br go2l.ink kurzelinks.de l1nk.dev l1nq.com linktw.in ln.run pxl.to sl1nk.com sniply.io urly.it".split()
)
# Whole websites that the package lists beside the shorteners; a link to one of them is an ordinary link.
ORDINARY_SITES = frozenset(
    "aarp.info acus.org amzn.com bbva.info capitalfm.co cb.com credicard.biz cup.org f1.com f5yo.com garyvee.com genie.co.kr homes.jp "
    "hover.com hulu.com infy.com kf.org libero.it man.ac.uk monster.cat mvmtwatch.com name.ly ngrid.com nus.edu onion.com pew.org play.st "
    "purdue.university rip.city riot.com tixsu.com wwf.to xr.com yourls.org zip.net".split()
)


def suffixes() -> None:
    """Every top-level domain of the public suffix list's first section, which follows IANA's root zone."""
    text = Path(publicsuffixlist.PSLFILE).read_text("utf-8")
    section = text.partition("===BEGIN ICANN DOMAINS===")[2].partition("===END ICANN DOMAINS===")[0]
    rules = (line.split()[0] for line in section.splitlines() if line.strip() and not line.startswith("//"))
    labels = {rule.rpartition(".")[2].lower() for rule in rules} - {"onion"}
    both = labels | {ada_url.URL(f"https://a.{label}").hostname.partition(".")[2] for label in labels if not label.isascii()}
    version = re.search(r"VERSION: (\d{4}-\d\d-\d\d)", text)
    assert version, "the public suffix list says no version"
    package = f"PyPI publicsuffixlist {metadata.version('publicsuffixlist')}"
    write("suffixes", "top-level domains, as written and in punycode", f"publicsuffix.org by {package}", "MPL-2.0", version[1], both)


def shorteners() -> None:
    """Every host of the package link-shorteners, and those that vendors add."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--no-binary",
            ":all:",
            "--dest",
            folder,
            "link-shorteners",
        ]
        subprocess.run(command, check=True)
        [archive] = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as files:
            [name] = [name for name in files.getnames() if name.endswith("/link-shorteners.txt")]
            source = files.extractfile(name)
            assert source, f"{name} is no file"
            lines = source.read().decode("utf-8").split()
    suffix_list = publicsuffixlist.PublicSuffixList(only_icann=True)
    hosts = set(ALSO_SHORTENERS)
    for line in lines:
        host = line.lower().strip(",.").removeprefix("www.")
        if "." in host and not suffix_list.is_public(host) and ada_url.URL.can_parse(f"https://{host}"):
            hosts.add(ada_url.URL(f"https://{host}").hostname)
    release = archive.name.removesuffix(".tar.gz").rpartition("-")[2]
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    write(
        "shorteners", "hosts that anyone, or one owner, shortens links on", f"PyPI link-shorteners {release}, and names that vendors add",
        "MIT", today, hosts - ORDINARY_SITES,
    )  # fmt: skip


def write(name: str, what: str, source: str, licence: str, date: str, lines: set[str]) -> None:
    """Write one list, sorted, under its header."""
    header = f"# name: {what}\n# source: {source}\n# licence: {licence}\n# date: {date}\n"
    (DATA / f"{name}.txt").write_text(header + "".join(f"{line}\n" for line in sorted(lines)), "utf-8")
    print(f"{name}: {len(lines)}")


if __name__ == "__main__":
    suffixes()
    shorteners()
