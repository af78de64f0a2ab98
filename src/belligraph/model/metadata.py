"""What an article's metadata may be: its day, its address, its language. One judge for article files and fact sheets.

Sources: RFC 3987 (IRIs), RFC 3339 section 5.6 (full-date), RFC 5646 section 2.1 (language tags, well-formedness only).
"""

from __future__ import annotations

import re
from datetime import date
from ipaddress import IPv6Address

__all__ = ["InvalidMetadata", "check_language", "check_url", "parse_day"]

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

# ucschar and iprivate of RFC 3987 section 2.2
_UCS = "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14)
) + "\U000e1000-\U000efffd"  # fmt: skip
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_NAME = f"(?:[A-Za-z0-9._~!$&'()*+,;={_UCS}-]|%[0-9A-Fa-f]{{2}})"
_PATH_CHARACTER = f"(?:[A-Za-z0-9._~!$&'()*+,;=:@{_UCS}-]|%[0-9A-Fa-f]{{2}})"
_URL = re.compile(
    rf"[Hh][Tt][Tt][Pp][Ss]?://(?:\[(?P<ipv6>[0-9A-Fa-f:.]+)\]|{_NAME}+)(?::[0-9]*)?(?:/{_PATH_CHARACTER}*)*"
    rf"(?:\?(?:{_PATH_CHARACTER}|[/?{_PRIVATE}])*)?(?:#(?:{_PATH_CHARACTER}|[/?])*)?"
)


class InvalidMetadata(ValueError):
    """A value that metadata cannot have: `problem` names it, `remedy` says what to write."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}")
        self.problem = problem
        self.remedy = remedy


def parse_day(text: str) -> date:
    """The day that YYYY-MM-DD names.

    Raises:
        InvalidMetadata: another form, or no day of the calendar.
    """
    match = _DAY.fullmatch(text)
    if match is None:
        raise InvalidMetadata(f"{text!r} is not a date", "Write YYYY-MM-DD, such as 2023-11-21.")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise InvalidMetadata(f"{text!r} is no day of the calendar", "Write the real day as YYYY-MM-DD.") from error


def check_url(text: str) -> str:
    """The same text, if it is an absolute http or https IRI without a user name in it.

    Raises:
        InvalidMetadata: it is not.
    """
    match = _URL.fullmatch(text)
    if match is None or (match["ipv6"] and not _is_ipv6(match["ipv6"])):
        remedy = "Write the article's whole address, such as https://news.example.org/2023/11/21/attack; a space is %20."
        raise InvalidMetadata(f"{text!r} is not an absolute http or https address", remedy)
    return text


def check_language(text: str) -> str:
    """The same text, if it has the form of a BCP 47 language tag.

    Raises:
        InvalidMetadata: it has not.
    """
    if not _LANGUAGE.fullmatch(text):
        raise InvalidMetadata(f"{text!r} is not a language tag", "Write a BCP 47 tag such as en, en-US or ar.")
    return text


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True
