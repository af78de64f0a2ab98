"""A publication's folder: what is the truth in it, what is derived, and the one pointer that says which release is live.

    belligraph.toml             settings
    articles/KEY.json           the truth: each article as received
    sheets/KEY.json|.yaml       the truth: each article's fact sheet; people may correct them in place
    sheets/extracted.sha256     the hashes of sheets as an extractor wrote them; a sheet that is not listed is a person's
    datasets/KEY/               other people's datasets as they were imported; part of every release
    withdrawn/KEY.json          that an article was taken back, when and why; its article and sheet lie beside it
    links/                      what people decided: incidents.tsv, entities.tsv; only ever added to
    quarantine/KEY.*            what did not conform, with its report; never part of a release
    releases/N/                 immutable
    releases/CURRENT            the number of the live release; replaced in one atomic step

Everything is written beside its place and renamed into it, so that a process killed at any moment leaves whole files only,
and the live release as it was. The next publish clears what the killed one left.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from belligraph.errors import PublicationError
from belligraph.model.release import Release
from belligraph.release.manifest import MANIFEST_FILE, read_manifest
from belligraph.release.withdrawal import Withdrawal, read_withdrawal

__all__ = ["Publication", "write_atomically"]

SHEET_SUFFIXES = (".json", ".yaml")


class Publication:
    """The folder and the places in it. Making one touches nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles = folder / "articles"
        self.sheets = folder / "sheets"
        self.datasets = folder / "datasets"
        self.quarantine = folder / "quarantine"
        self.withdrawn = folder / "withdrawn"
        self.links = folder / "links"
        self.releases = folder / "releases"
        self.staging = folder / ".staging"
        self._current = self.releases / "CURRENT"
        self._extracted = self.sheets / "extracted.sha256"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Makes the folders if need be and keeps every other publish out until the end; the lock dies with the process.

        Raises:
            PublicationError: another publish is at work here, or the folder cannot be written.
        """
        try:
            for folder in (self.articles, self.sheets, self.quarantine, self.withdrawn, self.releases):
                folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / ".lock")
            lock.acquire(timeout=0)
        except Timeout as error:
            raise PublicationError(
                "another publish is at work in this folder", where=str(self.folder), remedy="Wait until it is done."
            ) from error
        except OSError as error:
            raise _not_writable(self.folder, error) from error
        try:
            self._clear_leftovers()
            yield
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}:
                raise _not_writable(self.folder, error) from error
            raise
        finally:
            self._clear_leftovers()
            lock.release()

    def current(self) -> Release | None:
        """The live release, or None before the first.

        Raises:
            PublicationError: the pointer or the release it names cannot be read.
        """
        try:
            number = self._current.read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PublicationError(f"cannot be read: {error.strerror}", where=str(self._current)) from error
        return read_manifest(self.releases / number)

    def live(self) -> Release:
        """The live release.

        Raises:
            PublicationError: the folder is no publication, or has no release yet.
        """
        release = self.current()
        if release is None:
            raise PublicationError(
                "there is no publication with a release in this folder",
                where=str(self.folder),
                remedy=f"Make one with: belligraph publish ARTICLE… --to {self.folder}",
            )
        return release

    def all_releases(self) -> tuple[Release, ...]:
        """Every release that is there, the newest first; a folder without a manifest is none."""
        numbers = sorted((int(p.name) for p in self.releases.iterdir() if p.name.isdigit()), reverse=True)
        return tuple(
            read_manifest(folder)
            for number in numbers
            if (folder := self.releases / str(number)).joinpath(MANIFEST_FILE).exists()
        )

    def next_number(self) -> int:
        """The number of the next release: one more than any that is there."""
        return 1 + max((int(p.name) for p in self.releases.iterdir() if p.name.isdigit()), default=0)

    def building_folder(self, number: int) -> Path:
        """Where the next release is built; its name is never a number, so it is never taken for one."""
        return self.releases / f".building-{number}"

    def switch_to(self, building: Path, number: int) -> None:
        """Makes the folder that was built the live release: a rename and one atomic replacement of the pointer."""
        _flush_folder(building)
        building.rename(self.releases / str(number))
        _flush_folder(self.releases)
        write_atomically(self._current, f"{number}\n".encode())

    def article_path(self, key: str) -> Path:
        """Where the article of that key is kept."""
        return self.articles / f"{key}.json"

    def article_keys(self) -> set[str]:
        """The keys of all articles that are kept."""
        return {p.stem for p in self.articles.glob("*.json")}

    def sheet_path(self, key: str) -> Path | None:
        """The sheet that is kept for the article of that key, if any."""
        return next((p for s in SHEET_SUFFIXES if (p := self.sheets / f"{key}{s}").exists()), None)

    def extracted_hashes(self) -> set[str]:
        """The hashes of all sheets as an extractor once wrote them here."""
        try:
            return {line.split()[0] for line in self._extracted.read_text("utf-8").splitlines() if line.strip()}
        except FileNotFoundError:
            return set()

    def is_extracted(self, sheet: Path, hashes: set[str]) -> bool:
        """Whether a sheet is as an extractor wrote it; `hashes` are those of `extracted_hashes`."""
        return _sha256(sheet) in hashes

    def keep_extracted(self, sheets: Mapping[str, Path]) -> None:
        """Moves sheets that an extractor made to their place, by article key.

        Their hashes are written first, so that no crash can make an extractor's sheet pass for a person's.
        """
        if not sheets:
            return
        with self._extracted.open("a", encoding="utf-8") as listing:
            for key, path in sheets.items():
                listing.write(f"{_sha256(path)}  {key}.json\n")
            listing.flush()
            os.fsync(listing.fileno())
        for key, path in sheets.items():
            path.replace(self.sheets / f"{key}.json")

    def keep_sheet(self, key: str, path: Path) -> None:
        """Keeps a person's sheet byte for byte in place of any other of that article."""
        for suffix in SHEET_SUFFIXES:
            if suffix != path.suffix:
                (self.sheets / f"{key}{suffix}").unlink(missing_ok=True)
        path.replace(self.sheets / f"{key}{path.suffix}")

    def withdrawal(self, key: str) -> Withdrawal | None:
        """That the article of that key was withdrawn, if it was.

        Raises:
            PublicationError: the record cannot be read.
        """
        return read_withdrawal(self.withdrawn / f"{key}.json")

    def set_aside(self, key: str) -> None:
        """Moves a withdrawn article and its sheet out of the way, beside the record of its withdrawal."""
        self.article_path(key).replace(self.withdrawn / f"{key}.article.json")
        sheet = self.sheet_path(key)
        if sheet is not None:
            sheet.replace(self.withdrawn / f"{key}.sheet{sheet.suffix}")

    def put_back(self, key: str) -> None:
        """The other way; the record goes last."""
        (self.withdrawn / f"{key}.article.json").replace(self.article_path(key))
        for suffix in SHEET_SUFFIXES:
            sheet = self.withdrawn / f"{key}.sheet{suffix}"
            if sheet.exists():
                sheet.replace(self.sheets / f"{key}{suffix}")
        (self.withdrawn / f"{key}.json").unlink()

    def make_live(self, number: int) -> Release:
        """Makes a release that is there the live one, in one atomic step.

        Raises:
            PublicationError: there is no such release, or it cannot be read.
        """
        release = read_manifest(self.releases / str(number))
        write_atomically(self._current, f"{number}\n".encode())
        return release

    def release_from_quarantine(self, key: str) -> None:
        """Takes away what lies in quarantine for an article that now conforms."""
        for path in self.quarantine.glob(f"{key}.*"):
            path.unlink(missing_ok=True)

    def _clear_leftovers(self) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)
        for path in self.releases.glob(".building-*"):
            shutil.rmtree(path, ignore_errors=True)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_atomically(path: Path, content: bytes) -> None:
    """Writes a file so that readers see the old or the new content whole, also after a crash."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _not_writable(folder: Path, error: OSError) -> PublicationError:
    return PublicationError(
        f"cannot be written: {error.strerror}",
        where=str(error.filename or folder),
        remedy="Give another folder with --to, or the right to write here.",
    )
