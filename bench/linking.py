"""How well and how fast names are linked.

    python bench/linking.py [--eval ../shared/linking/eval/TR-News.xml] [--sheets 10000] [--names FILE.csv]

Places: TR-News (Kamalloo and Rafiei 2018), 118 articles with GeoNames ids, for measuring only. Each toponym is matched by
its phrase and the other toponyms of its article; nobody tells the matcher what kind of place it is. Beside it: the most
populous place of that name. Then exact look-ups a second, opening the index, and linking synthetic sheets.

--eval also takes a folder of brat annotations (*.ann) in the manner of GeoWebNews (Gritta, Pilehvar and Collier 2020), with
GeoNames ids in the annotators' notes. All toponyms that stand by themselves count, adjectives, homonyms and names of
organisations do not; one with coordinates alone has no id.

--names tests the curated names of actors on a list that somebody else made: a CSV file with the columns name, scheme,
value, kind (of an actor). The scheme is one of ours (wikidata, ucdp, …), `iso` for a country's code or `key` for an entity's
key; the value `-` says that the name is of nobody that we know. A name that is accepted is right if the entity has the value
(one of them, where the list gives a name to several), wrong if it has another, and not comparable if it has none of that
scheme. Lists that served for it: countrynames (PyPI), world-countries and i18n-nationality (npm) for countries; PETRARCH's
dictionary of armed groups, copied by hand.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import sqlite3
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from belligraph.link.build import open_index
from belligraph.link.matcher import Matcher, Verdict
from belligraph.link.mentions import link_sheet
from belligraph.link.table import PLACE_TYPES, layers
from belligraph.model.naming import normalise
from synthetic import generate

SHARED = Path(__file__).resolve().parents[2] / "shared"
LOOK_UPS = 200_000
TOPONYMS = frozenset(
    {"Coercion", "Embedded_Literal", "Literal", "Literal_Modifier", "Metonymic", "Mixed", "Non_Literal_Modifier"}
)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=SHARED / "linking" / "eval" / "TR-News.xml")
    parser.add_argument("--sheets", type=int, default=10_000)
    parser.add_argument("--names", type=Path, action="append", default=[], help="a list of names with identifiers")
    arguments = parser.parse_args()
    files = layers()
    open_index(files).close()
    started = time.perf_counter()
    index = open_index(files)
    matcher = Matcher(index)
    matcher.place("Baghdad", "settlement", matcher.context(()))
    print(f"opened and one name matched in {1000 * (time.perf_counter() - started):.0f} ms; {index.version}")
    look_ups(index.path)
    if arguments.eval.exists():
        places(matcher, arguments.eval)
    else:
        print(f"{arguments.eval} is not there")
    for path in arguments.names:
        names(matcher, path)
    if arguments.sheets:
        sheets(matcher, arguments.sheets)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def look_ups(path: Path) -> None:
    """Exact names a second, half of them unknown."""
    index = open_index(layers())
    database = sqlite3.connect(path)
    some = [norm for (norm,) in database.execute("SELECT norm FROM name ORDER BY random() LIMIT ?", (LOOK_UPS // 2,))]
    database.close()
    some += [f"{norm} nowhere" for norm in some]
    random.Random(1).shuffle(some)
    started = time.perf_counter()
    found = sum(bool(index.exact(norm)) for norm in some)
    print(f"{len(some) / (time.perf_counter() - started):,.0f} exact look-ups a second ({found} of {len(some)} known)")


def places(matcher: Matcher, path: Path) -> None:
    """Precision and recall of what is accepted; exact accuracy of the best candidate; by population alone."""
    total = known = accepted = right = best_right = in_gazetteer = best_in_gazetteer = plain_right = answered = 0
    for toponyms in _articles(path):
        context = matcher.context([phrase for phrase, _ in toponyms])
        for phrase, truth in toponyms:
            match = matcher.place(phrase, "other", context)
            total += 1
            known += truth is not None
            answer = _geonames(matcher, match.best.entity.id) if match.best else None
            if match.verdict is Verdict.ACCEPTED:
                accepted += 1
                right += answer == truth
            if truth is None:
                continue
            answered += answer is not None
            best_right += answer == truth
            if matcher.index.by_identifier("geonames", truth) is not None:
                in_gazetteer += 1
                best_in_gazetteer += answer == truth
            plain_right += _most_populous(matcher, phrase) == truth
    print(f"\n{path.stem}: {total} toponyms, {known} with a GeoNames id, {in_gazetteer} of these in our gazetteer")
    print(f"accepted {accepted}: precision {right / accepted:.1%}, recall {right / known:.1%}")
    print(f"exact accuracy of the best: {best_right / known:.1%} of all, {best_right / answered:.1%} of the answered,")
    print(f"   {best_in_gazetteer / in_gazetteer:.1%} of those that the gazetteer has")
    print(f"   the most populous place of that name: {plain_right / known:.1%} of all\n")


def names(matcher: Matcher, path: Path) -> None:
    """Right, wrong and unanswered names of a list of actors with independent identifiers; shows each wrong one."""
    listed: dict[tuple[str, str, str], set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            listed.setdefault((row["name"], row["kind"], row["scheme"]), set()).add(row["value"])
    answers: Counter[str] = Counter()
    for (name, kind, scheme), values in listed.items():
        # the list gives no article: nothing agrees with a weak alias, so only a name of its own is ever accepted
        match = matcher.actor(name, kind, matcher.context(()))
        if match.best is None or match.verdict is not Verdict.ACCEPTED:
            answers["unanswered"] += 1
            continue
        entity = match.best.entity
        found = {told: value for told, value, _, _ in matcher.index.identifiers(entity.id)} | {"key": entity.key}
        found |= {"iso": entity.country} if entity.type == "Country" else {}
        value = found.get(scheme, "")
        answer = "right" if value in values else "wrong" if value or "-" in values else "not comparable"
        answers[answer] += 1
        if answer == "wrong":
            print(f"   wrong: {name!r} is {scheme}:{'|'.join(sorted(values))}, and was taken for {entity.label}")
    judged = answers["right"] + answers["wrong"]
    share = f"precision {answers['right'] / judged:.2%}" if judged else "nothing to judge"
    print(f"{path.name}: {sum(answers.values()):,} names, {share}; {dict(sorted(answers.items()))}")


def _articles(path: Path) -> Iterator[list[tuple[str, str | None]]]:
    if path.is_dir():
        for annotations in sorted(path.glob("*.ann")):
            yield list(_annotated(annotations.read_text("utf-8")))
        return
    for article in ElementTree.parse(path).getroot():
        found: list[tuple[str, str | None]] = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            found.append((toponym.findtext("phrase") or "", tag.get("geonameid") if tag is not None else None))
        yield found


def _annotated(text: str) -> Iterator[tuple[str, str | None]]:
    """The toponyms of one file of brat annotations, with the GeoNames id of each that has one."""
    rows = [line.split("\t") for line in text.splitlines() if line]
    notes = {row[1].split(" ")[1]: row[2].strip() for row in rows if row[0].startswith("#")}
    adjectives = {row[1].split(" ")[1] for row in rows if row[0].startswith("A") and row[1].endswith(" Adjective")}
    for row in rows:
        # nobody located what has no note
        note = notes.get(row[0])
        if note and row[1].split(" ")[0] in TOPONYMS and row[0] not in adjectives:
            yield row[2].strip(), note if note.isdigit() else None


def _geonames(matcher: Matcher, entity: int) -> str | None:
    return next((value for scheme, value, _, _ in matcher.index.identifiers(entity) if scheme == "geonames"), None)


def _most_populous(matcher: Matcher, phrase: str) -> str | None:
    found = [k for k, _ in matcher.index.named(normalise(phrase)) if k.type in PLACE_TYPES or k.type == "Country"]
    best = max(found, key=lambda k: (k.type == "Country", k.population), default=None)
    return _geonames(matcher, best.id) if best else None


def sheets(matcher: Matcher, count: int) -> None:
    """Linking the actors and places of synthetic sheets."""
    made = list(generate(min(count, 1000)))
    started = time.perf_counter()
    for number in range(count):
        article, sheet = made[number % len(made)]
        link_sheet(article.key, sheet, article.published, matcher)
    seconds = time.perf_counter() - started
    print(f"linking {count:,} sheets: {seconds:.1f} s, {count / seconds:,.0f} a second")


if __name__ == "__main__":
    main()
