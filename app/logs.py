"""Log lines on stderr: for people, or as one JSON object a line. No line forges another, none holds a password."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

from app.config_keeping import LogSettings
from app.output import visible

TEXT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_SECRET = re.compile(r"(://[^\s:/@]*:)[^\s@/]+@|\b((?:token|key|password|secret)=)[^\s&\"']+", re.IGNORECASE)


def set_up_logs(settings: LogSettings) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.format == "json" else Lines(TEXT))
    for chatty in ("alembic", "apscheduler"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # It warns at every tick of a round that takes longer than one: thousands of lines of what is as it should be.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    logging.basicConfig(level=settings.level.upper(), handlers=[handler], force=True)


class Lines(logging.Formatter):
    """One line a message; a traceback keeps its lines, indented."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _one_line(record.message)
        return super().formatMessage(record)


class JsonLines(logging.Formatter):
    """{"at", "level", "logger", "message"} and "error" with the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _hidden(record.getMessage()),
        }
        if record.exc_info:
            line["error"] = _hidden(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def _one_line(text: str) -> str:
    return visible(_hidden(text)).replace("\n", " ")


def _hidden(text: str) -> str:
    """Without passwords in URLs and tokens in queries."""
    return _SECRET.sub(lambda found: f"{found[1]}…@" if found[1] else f"{found[2]}…", text)
