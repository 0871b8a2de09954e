"""Settings: one frozen table of name, default and help; the only reader of the environment and of the settings file."""

import json
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from linkwell.model.errors import InvalidInput

DEFAULT_PORT: Final = 18473
FALLBACK_PORTS: Final = 10
RUNTIME_FILE: Final = "helper.json"  # in the data folder while a helper runs: its address and process
EXTENSION_ID: Final = "mkofpnndapejngghalaphgcaagalmgmk"  # what the key in extension/manifest.json makes


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table; an empty default means "not set"."""

    name: str
    default: str
    help: str


TABLE: Final = (
    Setting("data_dir", platformdirs.user_data_dir("linkwell", False), "where everything that is kept lives"),
    Setting("host", "127.0.0.1", "address to listen on; loopback only"),
    Setting("port", "", f"port to listen on; empty takes {DEFAULT_PORT} or one of the next {FALLBACK_PORTS}"),
    Setting("database", "", "empty keeps an SQLite file in the data folder; or postgresql://user@host/name"),
    Setting("tracking_domain", "", "approved domain that tracked links are minted on; sets and locks the policy's"),
    Setting("workers", "1", "processes that answer requests"),
    Setting("threads", "8", "requests that each worker answers at once"),
    Setting("extension_ids", EXTENSION_ID, "extensions that may call the helper, by their ids, separated by commas"),
)
_HANDED_DOWN: Final = "LINKWELL_HANDED_DOWN"
_BY_NAME: Final = {row.name: row for row in TABLE}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. ``sources`` tells for each name where its value came from."""

    data_dir: Path
    host: str
    port: int | None
    database: str
    tracking_domain: str | None
    workers: int
    threads: int
    extension_ids: tuple[str, ...]
    sources: Mapping[str, str]

    @property
    def database_url(self) -> str:
        """What the store opens."""
        return self.database or f"sqlite:///{(self.data_dir / 'linkwell.db').as_posix()}"

    @property
    def own_base(self) -> str:
        """What the helper's own address begins with: ``http://127.0.0.1:18473/``."""
        return f"http://{self.host}:{self.port or DEFAULT_PORT}/"

    @property
    def spool_dir(self) -> Path:
        """Where visits wait for the store."""
        return self.data_dir / "spool"

    def value(self, name: str) -> str:
        """Return one value as text, for a table."""
        value = getattr(self, name)
        return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def load(flags: Mapping[str, str | None] | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings: a flag is stronger than ``linkwell.toml`` in the data folder, and that than ``LINKWELL_*``.

    Raises InvalidInput with the name of a setting that is unknown or has no usable value.
    """
    environment = os.environ if environment is None else environment
    raw = {row.name: (row.default, "default") for row in TABLE}
    _lay_over(raw, {n: environment.get(f"LINKWELL_{n.upper()}") for n in _BY_NAME}, lambda n: f"LINKWELL_{n.upper()}")
    flags = flags or {}
    folder = Path(flags.get("data_dir") or raw["data_dir"][0]).expanduser()
    file = folder / "linkwell.toml"
    _lay_over(raw, _from_file(file), lambda _: str(file))
    _lay_over(raw, flags, lambda n: "--" + n.replace("_", "-"))
    text = {name: value.strip() for name, (value, _) in raw.items()}
    return Settings(
        data_dir=Path(text["data_dir"]).expanduser(),
        host=_loopback(text["host"]),
        port=_number("port", text["port"], 65535) if text["port"] else None,
        database=text["database"],
        tracking_domain=text["tracking_domain"].lower() or None,
        workers=_number("workers", text["workers"], 64),
        threads=_number("threads", text["threads"], 256),
        extension_ids=tuple(name.strip() for name in text["extension_ids"].split(",") if name.strip()),
        sources={name: source for name, (_, source) in raw.items()},
    )


def hand_down(settings: Settings) -> None:
    """Leave the settings to the processes that are started from here."""
    os.environ[_HANDED_DOWN] = json.dumps({row.name: settings.value(row.name) for row in TABLE})


def inherited() -> Settings:
    """Return the settings that the process was started with."""
    return load(json.loads(os.environ[_HANDED_DOWN]), {})


def _lay_over(raw: dict[str, tuple[str, str]], values: Mapping[str, str | None], source: Callable[[str], str]) -> None:
    for name, value in values.items():
        if value is not None and (value or name != "data_dir"):
            raw[name] = (value, source(name))


def _from_file(file: Path) -> dict[str, str]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput(f"{file} cannot be read: {error}") from error
    if unknown := sorted(set(table) - set(_BY_NAME)):
        raise InvalidInput(f"{file}: no setting is called {unknown[0]!r}. `linkwell settings` lists them all.", unknown[0])
    return {name: ",".join(map(str, value)) if isinstance(value, list) else str(value) for name, value in table.items()}


def _number(name: str, text: str, most: int) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= most:
        return int(text)
    raise InvalidInput(f"{name} wants a whole number from 1 to {most}, not {text!r}.", name)


def _loopback(text: str) -> str:
    if text in {"127.0.0.1", "localhost"}:
        return "127.0.0.1"
    raise InvalidInput(f"host wants 127.0.0.1, not {text!r}: Linkwell answers this computer only.", "host")
