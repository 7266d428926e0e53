"""`gridward backup` and `restore`, as whoever runs the server types them."""

import shutil
from pathlib import Path

import pytest

from bot.command_line import main


def gridward(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    code = end.value.code
    return code if isinstance(code, int) else 0


@pytest.fixture
def database(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "gridward.db"
    shutil.copy(migrated_file, file)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{file}")
    return file


def test_a_copy_is_put_back_and_the_former_kept(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert gridward("backup", str(copy)) == 0
    database.unlink()
    assert gridward("restore", str(copy)) == 0
    assert database.read_bytes() == copy.read_bytes()
    assert gridward("restore", str(copy)) == 0
    assert (tmp_path / "gridward.db.before-restore").is_file()


def test_a_damaged_copy_changes_nothing(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = database.read_bytes()
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"no database " * 1000)
    assert gridward("restore", str(copy)) == 1
    assert database.read_bytes() == before
    assert capsys.readouterr().err.count("\n") == 1
