"""Reading the inputs: every article and sheet is read and staged before anything is published, or nothing is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from belligraph.errors import InputError, SheetError
from belligraph.inputs import decode_utf8, parse_json, read_bounded
from belligraph.model.article import article_key
from belligraph.pipeline.article import Job
from belligraph.pipeline.stored import dump_article, load_article, merged
from belligraph.release.publication import Publication
from belligraph.sheets import MAX_SHEET_BYTES, SheetFormat, read_sheet
from belligraph.sources import ArticleMetadata, InputKind, kind_of, read_articles

__all__ = ["Staged", "plan", "stage"]

MAX_LISTED = 20
# what a folder among the inputs is searched for; a file that is named itself may be called anything
SUFFIXES = frozenset({".txt", ".json", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Staged:
    """What a run brings: articles and sheets by article key, each with the name to call it by in messages."""

    articles: dict[str, str]
    sheets: dict[str, tuple[Path, str]]
    """The staged copy and the name of the file that it is a copy of."""


def stage(inputs: Iterable[Path], metadata: ArticleMetadata, max_bytes: int, publication: Publication) -> Staged:
    """Reads all inputs into the publication's staging folder.

    Raises:
        InputError: some inputs cannot be read; the message lists them all. Nothing outside the staging folder is touched.
    """
    folder = publication.staging
    for name in ("articles", "sheets", "extracted"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    articles: dict[str, str] = {}
    sheets: dict[str, tuple[Path, str]] = {}
    faults: list[InputError] = []
    for path in _files(inputs):
        try:
            if kind_of(path, MAX_SHEET_BYTES) is InputKind.SHEET:
                _stage_sheet(path, folder / "sheets", sheets)
            else:
                _stage_articles(path, metadata, max_bytes, publication, articles)
        except InputError as error:
            faults.append(error)
    known = publication.article_keys()
    for key, (_, name) in sheets.items():
        if key not in articles and key not in known:
            faults.append(
                InputError(
                    f"this sheet is of an article (key {key}) that is neither given nor in the publication",
                    where=name,
                    remedy="Give the article's file too.",
                )
            )
    if faults:
        raise _all_of(faults)
    return Staged(articles, sheets)


def plan(publication: Publication, staged: Staged) -> Iterator[Job]:
    """One job for each article that the publication will hold, in the order of their keys."""
    extracted = publication.extracted_hashes()
    known = publication.article_keys()
    for key in sorted(known | set(staged.articles)):
        article = publication.staging / "articles" / f"{key}.json"
        if key not in staged.articles:
            article = publication.article_path(key)
        kept = publication.sheet_path(key)
        sheet, name = staged.sheets.get(key, (kept, None))
        is_extracted = name is None and sheet is not None and publication.is_extracted(sheet, extracted)
        if name is None:
            name = staged.articles.get(key) if sheet is None or is_extracted else str(sheet)
        yield Job(
            key=key,
            article=article,
            sheet=sheet,
            sheet_is_extracted=is_extracted,
            kept_sheet=kept if key in staged.sheets and key in known else None,
            extract_to=publication.staging / "extracted" / f"{key}.json",
            name=name or str(article),
        )


def _files(inputs: Iterable[Path]) -> Iterator[Path]:
    """The inputs, with each folder replaced by the articles and sheets that lie in it, by name."""
    for path in inputs:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
        else:
            yield path


def _stage_articles(
    path: Path, metadata: ArticleMetadata, max_bytes: int, publication: Publication, articles: dict[str, str]
) -> None:
    for located in read_articles(path, defaults=metadata, max_bytes=max_bytes):
        article = located.article
        if (withdrawal := publication.withdrawal(article.key)) is not None:
            raise InputError(
                f"this article (key {article.key}) was withdrawn on {withdrawal.date}: {withdrawal.reason}",
                where=located.where,
                remedy=f"Take that back with: belligraph withdraw {publication.folder} {article.key} --undo",
            )
        target = publication.staging / "articles" / f"{article.key}.json"
        kept = publication.article_path(article.key)
        for earlier in (target, kept):
            if earlier.exists():
                known = load_article(earlier)
                if known.text != article.text:
                    raise InputError(f"its text has the same key {article.key} as another article's", where=located.where)
                article = merged(known, article)
                break
        target.write_bytes(dump_article(article))
        articles[article.key] = located.where


def _stage_sheet(path: Path, folder: Path, sheets: dict[str, tuple[Path, str]]) -> None:
    key = _key_of_sheet(path)
    if key in sheets:
        raise InputError(
            f"a second sheet for the article {key}; the first is {sheets[key][1]}",
            where=str(path),
            remedy="Give one of them.",
        )
    copy = folder / f"{key}{'.yaml' if SheetFormat.by_name(path) is SheetFormat.YAML else '.json'}"
    shutil.copyfile(path, copy)
    sheets[key] = (copy, str(path))


def _key_of_sheet(path: Path) -> str:
    """The key of the article that a sheet is of. The sheet itself is read later, on every core; its faults are told then."""
    if SheetFormat.by_name(path) is SheetFormat.YAML:
        return article_key(read_sheet(path).article.text_sha256)
    where = str(path)
    source = decode_utf8(read_bounded(path, MAX_SHEET_BYTES, SheetError, "the limit for sheets"), where, SheetError)
    content = parse_json(source, where, SheetError)
    article = content.get("article") if isinstance(content, dict) else None
    digest = article.get("text_sha256") if isinstance(article, dict) else None
    if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
        read_sheet(path)  # tells everything that is wrong
        raise SheetError("no article.text_sha256", where=where)
    return article_key(digest)


def _all_of(faults: list[InputError]) -> InputError:
    if len(faults) == 1:
        return faults[0]
    lines = [str(fault) for fault in faults[:MAX_LISTED]]
    if len(faults) > MAX_LISTED:
        lines.append(f"… and {len(faults) - MAX_LISTED} more")
    return InputError(f"{len(faults)} inputs cannot be read; nothing was published\n" + "\n".join(lines))
