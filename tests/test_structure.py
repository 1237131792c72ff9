"""The house stays easy to see: imports run in one direction, and files stay small."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "netfreedom"
ROOMS = ["errors", "vocabulary", "dates", "report", "data", "analysis", "figures", "charts", "prose", "draft", "evidence", "run", "book", "cli"]
LONGEST_FILE = 350  # lines


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_each_room_imports_only_those_above_it():
    wrong = [
        (path.name, name)
        for path in PACKAGE.rglob("*.py") if room(path) != "__init__"
        for name in re.findall(r"^\s*(?:from|import) netfreedom\.(\w+)", path.read_text(encoding="utf-8"), re.M)
        if ROOMS.index(name) > ROOMS.index(room(path))
    ]
    assert wrong == []


def test_no_file_has_grown_into_two():
    long = {path.name: count for path in PACKAGE.rglob("*.py") if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE}
    assert long == {}
