"""Trains the weights of the role scorer on MUC-4's training documents and measures them on the development documents.

    python -m pip install --group training
    python training/roles.py ../shared/muc4 [--c 0.15] [--out src/belligraph/extract/roles/weights.json]

Never give it MUC-4's test documents (TST3, TST4). Thresholds are chosen on the training documents, each scored by a model
that did not see it. The weights file holds single words and classes of ours only, and no word that fewer than five
documents have.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

from belligraph.evaluate import MucDocument, Tally, read_muc4, score_fillers
from belligraph.evaluate.ceaf import normal_mention
from belligraph.evaluate.muc4 import MUC_ROLES
from belligraph.extract.roles.candidates import find_candidates, read_sentences
from belligraph.extract.roles.features import Described, describe, document_words
from belligraph.extract.roles.selection import select

COMMON = 15
FEWEST_DOCUMENTS = 5
FEWEST_CANDIDATES = 8
NEVER = 15
FOLDS = 4
SMALLEST_WEIGHT = 0.005


@dataclass(frozen=True)
class Prepared:
    """A document with its candidates and their features."""

    document: MucDocument
    found: list[Described]
    about: frozenset[str]


def main() -> None:
    """Trains, measures, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("muc4", type=Path)
    parser.add_argument("--c", type=float, default=0.15, help="inverse strength of regularisation")
    parser.add_argument("--out", type=Path, default=Path("src/belligraph/extract/roles/weights.json"))
    arguments = parser.parse_args()
    training, development = (list(read_muc4(arguments.muc4 / f"{part}.json")) for part in ("train", "dev"))
    counts = Counter(w for d in training for w in {w for s in read_sentences(d.text) for w in s.words} if w.isalpha())
    common = frozenset(w for w, n in counts.items() if n >= COMMON)
    never = never_last(training, counts)
    train, dev = (prepare(part, common, never) for part in (training, development))
    known = Counter(f for p in train for d in p.found for f in d.features)
    vocabulary = {
        f: i for i, f in enumerate(sorted(f for f, n in known.items() if n >= FEWEST_CANDIDATES and shared(f, counts)))
    }
    abouts = Counter(f for p in train for f in p.about)
    words = {f: i for i, f in enumerate(sorted(f for f, n in abouts.items() if n >= FEWEST_DOCUMENTS))}
    print(f"{sum(len(p.found) for p in train):,} candidates, {len(vocabulary):,} features", flush=True)
    learned = {role: fit(role, train, dev, vocabulary, words, arguments.c) for role in MUC_ROLES}
    thresholds = choose(train, {role: oof for role, (_, oof, _) in learned.items()})
    for name, part, at in (("train, unseen", train, 1), ("dev", dev, 2)):
        scores = score(part, {role: values[at] for role, values in learned.items()}, thresholds)
        print(name, {r: round(100 * t.f1, 1) for r, t in scores.roles.items()}, f"micro {100 * scores.micro.f1:.2f}")
    roles = {role: {**values[0], "thresholds": list(thresholds[role])} for role, values in learned.items()}
    data = {
        "source": "trained by training/roles.py on MUC-4's training documents; single-word features and classes only",
        "common": " ".join(sorted(common)),
        "never_last": " ".join(sorted(never)),
        "roles": roles,
    }
    arguments.out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{arguments.out}: {arguments.out.stat().st_size:,} bytes")


def shared(feature: str, counts: Counter[str]) -> bool:
    """Whether a feature's word, if it has one, stands in enough documents to be nobody's text."""
    _, _, word = feature.partition("=")
    return not word.isalpha() or counts[word] >= FEWEST_DOCUMENTS or word in {"True", "False", "None"} or not counts[word]


def never_last(documents: list[MucDocument], counts: Counter[str]) -> frozenset[str]:
    """Words that end many candidates and never a filler."""
    ends: Counter[str] = Counter()
    for document in documents:
        sentences = read_sentences(document.text)
        ends.update({sentences[c.sentence].words[c.last - 1] for c in find_candidates(sentences)})
    fillers = {m.split()[-1] for d in documents for es in d.fillers.values() for e in es for m in e if m.split()}
    return frozenset(w for w, n in ends.items() if n >= NEVER and w not in fillers and w.isalpha() and counts[w] >= NEVER)


def prepare(documents: list[MucDocument], common: frozenset[str], never: frozenset[str]) -> list[Prepared]:
    """The documents described."""
    prepared = []
    for document in documents:
        sentences, found = describe(document.text, common, never)
        prepared.append(Prepared(document, found, document_words(sentences)))
    return prepared


def matrix(rows: list[frozenset[str]], vocabulary: dict[str, int]) -> csr_matrix:
    """Binary features."""
    pointers, indices = [0], list[int]()
    for row in rows:
        indices += sorted(vocabulary[f] for f in row if f in vocabulary)  # sums must not depend on the order of a set
        pointers.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(rows), len(vocabulary)))


def fit(
    role: str, train: list[Prepared], dev: list[Prepared], vocabulary: dict[str, int], words: dict[str, int], c: float
) -> tuple[dict[str, Any], np.ndarray, np.ndarray]:
    """A role's weights, and the scores of the training candidates (by models that did not see them) and of the others."""
    gold = np.array([is_filler(role, p, d) for p in train for d in p.found])
    has = np.array([bool(p.document.fillers[role]) for p in train])
    about, about_dev = (matrix([p.about for p in part], words) for part in (train, dev))
    folds = KFold(FOLDS, shuffle=True, random_state=1)
    relevance = LogisticRegression(C=0.01, max_iter=400)
    unseen = cross_val_predict(relevance, about, has, cv=folds, method="decision_function")
    relevance.fit(about, has)
    places, places_dev = (np.repeat(np.arange(len(part)), [len(p.found) for p in part]) for part in (train, dev))
    rows, rows_dev = (matrix([d.features for p in part for d in p.found], vocabulary) for part in (train, dev))
    x = hstack([rows, csr_matrix(unseen[places]).T]).tocsr()
    x_dev = hstack([rows_dev, csr_matrix(relevance.decision_function(about_dev)[places_dev]).T]).tocsr()
    scores = np.zeros(len(gold))
    for inside, outside in folds.split(np.arange(len(train))):
        part, rest = np.isin(places, inside), np.isin(places, outside)
        scores[rest] = LogisticRegression(C=c, solver="liblinear").fit(x[part], gold[part]).decision_function(x[rest])
    model = LogisticRegression(C=c, solver="liblinear").fit(x, gold)
    print(f"{role}: {gold.sum()} fillers", flush=True)
    weights = {
        "bias": round(float(model.intercept_[0]), 3),
        "weights": kept(vocabulary, model.coef_[0]),
        "document_bias": round(float(relevance.intercept_[0]), 3),
        "document_weight": round(float(model.coef_[0][-1]), 3),
        "document": kept(words, relevance.coef_[0]),
    }
    return weights, scores, model.decision_function(x_dev)


def is_filler(role: str, prepared: Prepared, described: Described) -> bool:
    """Whether a candidate is a mention of a filler of a role."""
    key = normal_mention(described.key)
    return any(key == normal_mention(m) for entity in prepared.document.fillers[role] for m in entity)


def kept(vocabulary: dict[str, int], weights: np.ndarray) -> dict[str, float]:
    """The weights that count, to three digits."""
    return {f: round(float(weights[i]), 3) for f, i in vocabulary.items() if abs(weights[i]) >= SMALLEST_WEIGHT}


def score(part: list[Prepared], scores: dict[str, np.ndarray], thresholds: dict[str, tuple[float, float]]) -> Any:  # noqa: ANN401
    """CEAF-REE of documents under scores and thresholds."""
    at, documents = 0, []
    for p in part:
        n = len(p.found)
        keys = [d.key for d in p.found]
        own = {role: [float(x) for x in values[at : at + n]] for role, values in scores.items()}
        chosen = select(keys, own, thresholds)
        documents.append((p.document.fillers, {role: tuple((keys[i],) for i in ids) for role, ids in chosen.items()}))
        at += n
    return score_fillers(documents)


def choose(train: list[Prepared], scores: dict[str, np.ndarray]) -> dict[str, tuple[float, float]]:
    """The thresholds of the best micro F1 on candidates that the models did not see."""
    thresholds = dict.fromkeys(scores, (-1.5, -1.5))
    tallies: dict[str, Tally] = {}
    for role, own in scores.items():
        # the other roles' part is fixed meanwhile: only this role is chosen anew for each pair
        rest = Tally()
        for other, tally in tallies.items():
            rest = rest + tally if other != role else rest
        tried = {pair: score(train, {role: own}, {role: pair}).roles[role] for pair in near(*thresholds[role])}
        thresholds[role] = max(tried, key=lambda pair: (tried[pair] + rest).f1)
        tallies[role] = tried[thresholds[role]]
    return thresholds


def near(first: float, further: float) -> list[tuple[float, float]]:
    """Pairs of thresholds round a pair, the second moved with the first or by itself."""
    steps = (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0)
    both = [(first + step, further + step) for step in steps]
    return [*both, *((first, further + step) for step in (*steps, 1.5)), *((first + step, further) for step in steps)]


if __name__ == "__main__":
    main()
