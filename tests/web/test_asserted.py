"""What a page shows of findings."""

from dataclasses import replace

from belligraph.web.asserted import FindingView, told_apart


def finding(prop: str, node: str, text: str, policy: str = "uncontradicted") -> FindingView:
    return FindingView(f"finding-{node}-{policy}", "incident", "a shelling", prop, node, text, policy, ("c1",))


def test_a_figure_under_two_policies_is_one_statement() -> None:
    one = finding("injured", "a/claim/c1/quantity", "eight")
    other = finding("injured", "b/claim/c4/quantity", "eight", "most-specific-compatible")
    assert one.statement == other.statement
    assert one.statement != finding("killed", "a/claim/c2/quantity", "eight").statement


def test_two_articles_actors_of_one_name_stay_two_statements() -> None:
    assert (
        finding("attacker", "a/actor/militia", "militia").statement != finding("attacker", "b/actor/x", "militia").statement
    )


def test_what_reads_the_same_and_is_not_says_whose_article_it_is_of() -> None:
    one, other = finding("attacker", "a/actor/militia", "militia"), finding("attacker", "b/actor/x", "militia")
    once = finding("target", "a/actor/base", "base")
    twice = [replace(once, iri="finding-2", policy="two-independent-origins"), once]
    publishers = {"c1": "Harbour Gazette", "c2": "Radio Delta"}
    told = told_apart([one, replace(other, rests_on=("c2",)), *twice], publishers)
    assert [view.told_in for view in told] == ["Harbour Gazette", "Radio Delta", "", ""]
