"""The model order for a police agency: a presumption, never a quota, and never an order not to arrest."""

from __future__ import annotations

from tests.documents.street.reading import part

CITY, COUNTY = "police-policy-city", "police-policy-county"


def test_each_agency_has_its_own_header(paper) -> None:
    city, county = paper(CITY), paper(COUNTY)
    assert "\n# Diversion referrals\n\nSampleton Police\n" in city
    assert "| Number | G.O. 4.17 |" in city
    assert "| Replaces | G.O. 4.12 |" in city
    assert "| Issued by | Sheriff |" in county
    assert "| For | Unincorporated Example County |" in county
    assert "Title: Chief of Police" in city


def test_a_draft_leaves_its_effective_date_to_the_agency(paper, otherwise) -> None:
    assert "| Effective | \\_" in paper(CITY)
    adopted = otherwise(CITY)
    assert "| Effective | May 4, 2026 |" in adopted
    assert "has issued under the agency’s own number prevails" in adopted
    assert "not adopted as printed" not in adopted


def test_it_is_a_model_for_bargaining_and_adoption(paper) -> None:
    said = part(paper(CITY), "What It Is")
    assert "for its own numbering, for bargaining where the law or a labor contract asks for it" in said
    assert "It is not adopted as printed, and binds nobody until the agency issues it." in said


def test_it_presumes_an_offer_and_orders_no_officer_not_to_arrest(paper) -> None:
    said = part(paper(CITY), "A Presumption, and the Officer’s Judgment")
    assert "an officer considers an offer before any other course" in said
    assert "Nothing here orders an officer not to arrest, not to cite, or to release anybody" in said
    assert "For arrest diversion the officer first needs probable cause." in said
    assert "ordinarily not filed" not in paper(CITY)


def test_there_is_no_number_to_reach(paper, otherwise) -> None:
    assert "no number of referrals or arrests" in paper(CITY)
    assert "No count of them is used to rate" in paper(CITY)
    allowed = otherwise(CITY)
    assert "no number of referrals or arrests" in allowed
    assert "No count of them is used to rate" not in allowed


def test_each_agency_reads_of_its_own_places_only(paper) -> None:
    city, county = paper(CITY), paper(COUNTY)
    assert "Tribal Land" not in city
    assert "a deputy refers a member of the Tribe only after the Tribe has agreed" in county
    assert "in Unincorporated Example County, the person passes" not in city
    assert "sixty minutes at most" in city
    assert "ninety minutes at most" in county
    assert "a case manager on call comes" not in county
    assert "In the City of Sampleton and in the Downtown core, when no case manager is on duty" in city
    assert "conduct in parks after closing" in city
    assert "conduct in parks after closing" not in county


def test_ranks_and_offices_find_their_duties(paper, otherwise) -> None:
    whole = paper(CITY)
    assert "Call the case managers’ line and say where the person is. Time: five minutes." in whole
    assert "Take a resident’s request" not in whole
    always, _, failing = part(whole, "Each Officer or Deputy").partition("Only where one of these fails:")
    assert "Go on as the department’s orders say" in failing
    assert "Go on as the department’s orders say" not in always
    assert "Write the report as for an arrest" in always
    assert "An officer asks a supervisor before an arrest diversion" in part(whole, "Supervisors")
    assert "Records Manager" in part(whole, "Records desk")
    other = otherwise(CITY)
    assert "An officer asks a supervisor" not in other
    assert "A supervisor decides where calls to the case managers stay unanswered." in other


def test_reports_code_the_record_and_watch_the_period_of_limitation(paper) -> None:
    said = part(paper(CITY), "What Is Written")
    assert "The record is coded “Closed by diversion, felony”." in said
    assert "decides within eleven (11) months of it" in said
    assert "The program is told a yes or a no, with a public reason code." in paper(CITY)


def test_another_rule_prints_another_sentence(otherwise) -> None:
    whole = otherwise(CITY)
    assert "The law leaves no choice: RCW 10." in whole
    assert "Drugs are taken, and destroyed once they need no longer be kept." in whole
    assert "The offer is not recorded." in whole
    assert "*For the officer and the supervisor.* Subjects: harm reduction" in whole


def test_a_warrant_is_never_passed_over(paper) -> None:
    said = part(paper(CITY), "Warrants and Orders of a Court")
    assert "A warrant that a judge has signed is served, unless the court that issued it recalls it." in said
    assert "no judge signed it, and it gives no power of arrest" in said


def test_no_private_number_and_no_name_is_printed(paper) -> None:
    for whole in (paper(CITY), paper(COUNTY)):
        assert "360-555-01" not in whole
        assert "@" not in whole


def test_who_can_have_no_such_order(refusal) -> None:
    assert "names no police agency" in refusal("police-policy", "albany-ny")
    assert "no officer refers under it yet" in refusal(CITY, piece="agreement: {stage: planning}")
    other = "documents: {police-policy-city: {agency: public-health}}"
    assert "No pathway that is open lets officers of that agency refer." in refusal(CITY, piece=other)
