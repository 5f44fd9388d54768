"""The questions that a first draft leaves open, in a planner's words, by the field that they are about."""

from __future__ import annotations

from typing import NamedTuple


class Undecided(NamedTuple):
    """A question to decide.

    Attributes:
        asks: The question; where it says ``{name}``, it is asked of each thing by itself.
        legal: Whether counsel settles it, rather than the partners.
    """

    asks: str
    legal: bool = False


_LEGAL = {
    "agencies.*.form": "What is the agency in law?",
    "program.governments.*.governing_body": "Which body acts for {name}?",
    "agencies.*.parent": "To which government does {name} belong, if it does not stand alone?",
    "agencies.*.can_sign": "Can the agency sign an agreement itself, or does its government sign for it?",
    "agencies.*.hipaa_status": "Do the federal health-privacy rules (HIPAA) bind the agency, and as what?",
    "governance.bodies.*.public_body": "Does the open-meetings law of the state bind the {name}?",
    "eligibility.warrants": "What does an officer do when a person is wanted on a warrant?",
    "agreement.authority": "Which laws let the parties make this agreement?",
    "agreement.annexes": "Which annexes go with the agreement, and who may change each?",
    "agreement.term": "How long does the agreement run?",
    "agreement.withdrawal": "How does one party leave, and what becomes of its participants?",
    "agreement.termination": "How does the whole agreement end before its time?",
    "agreement.amendment": "How is the agreement amended?",
    "agreement.new_parties": "How does an agency join later?",
    "agreement.binding": "Which sections bind, and which state intentions only?",
    "agreement.no_funds_obligated": "Do the parties agree that the agreement by itself obligates no money?",
    "agreement.authority_preserved": "Which powers does the agreement leave where they are?",
    "agreement.no_third_party_rights": "Do the parties agree that the agreement gives others no right or defense?",
    "agreement.liability": "Who answers for damage, and who pays for it?",
    "agreement.disputes": "How do the parties settle disputes?",
    "agreement.notices": "How are notices given, and to whom?",
    "agreement.governing_law": "Which law governs the agreement?",
    "agreement.non_discrimination": "Which laws on equal treatment apply, and who takes complaints?",
    "agreement.approvals": "Which governing bodies must approve the agreement, and by what act?",
    "agreement.effective_when": "When does the agreement come into force?",
    "agreement.parties": "Which agencies join the agreement?",
    "agreement.signatures": "Who signs the agreement for each party, by title?",
    "agreement.signatures.*.title": "What is the title of the person who signs for {name}?",
    "sharing.media": "Who speaks to the press for the program, and what may be told of a participant?",
    "sharing": "Who may know what about a participant, on what basis, and for what use?",
    "program.mark_permission": "By which letter, and of what day, does the holder of the LEAD mark permit its use?",
    "eligibility.offences.*.label": "What is {name} called?",
    "law.local.*.bands": "At which grades and levels is this an offense?",
    "law.local.*.status": "Is this law in force, and since when?",
    "law.local.*.evidence": "Who has compared this entry with the official text?",
    "law.local.*.conduct": "Which kind of conduct is this?",
}
_PARTNERS = {
    "areas": "Where does the program work?",
    "areas.*.bounds": "Between which streets does {name} lie, and which sides of them belong to it?",
    "areas.*.purpose": "What does the area decide: where an offense happens, where services reach, where people live?",
    "areas.*.agencies": "Which agencies refer people in this area?",
    "areas.*.case_managers": "Whose case managers take people who are referred in this area?",
    "areas.*.government": "In the territory of which government does {name} lie?",
    "agencies.*.part": "What does {name} do in the program?",
    "agencies": "Which agencies take part?",
    "agencies.*.type_text": "What does the agency do?",
    "roles": "Which roles does the program need, and who fills each?",
    "roles.*.host_agency": "Which agency employs project management?",
    "roles.*.independence": "Does the host of project management stand apart from the partners, or is it one of them?",
    "roles.*.levels": "Which levels of offense does this office charge?",
    "governance": "Which bodies govern the program?",
    "governance.bodies": "Which bodies govern the program?",
    "governance.project_management": "How is project management chosen, reviewed and moved?",
    "governance.leave_at_will": "Is every member free to leave whenever it wants?",
    "governance.bodies.*.members": "Who sits on the {name}?",
    "governance.bodies.*.decision_rule": "How does the {name} decide?",
    "governance.bodies.*.meets": "How often does the {name} meet?",
    "governance.bodies.*.authorities": "What may the {name} decide?",
    "pathways": "By which pathways do people come in?",
    "pathways.*.agencies": "Which agencies refer people by {name}?",
    "pathways.*.areas": "In which areas is {name} open?",
    "pathways.*.diversion_point": "Does {name} come before an arrest, a booking or a charge, or later?",
    "pathways.*.hours": "During which hours is {name} open?",
    "pathways.*.referral_sources": "Who may ask for {name}: officers, residents, businesses, others?",
    "pathways.*.requires_probable_cause": "Must an officer have probable cause to arrest before {name}?",
    "pathways.*.consent_from": "Who must agree to {name}: the person, a complainant, a supervising agency, a parent?",
    "pathways.*.lookback": "How far back may earlier conduct lie for {name}?",
    "pathways.*.same_area": "Must earlier conduct have happened in an area of the program for {name}?",
    "pathways.*.verification": "How is earlier conduct shown for {name}?",
    "pathways.*.risk_basis": "On what ground is a person thought likely to come back to such conduct, for {name}?",
    "pathways.*.nexus": "What must lie behind the conduct for {name}?",
    "pathways.*.police_clearance": "Must the police clear {name} first, are they told, or have they no part in it?",
    "pathways.*.response_target": "How soon should somebody come or call after {name}?",
    "eligibility": "Who may be diverted, for what, and who decides?",
    "eligibility.list_status": "Have the partners adopted the list of offenses for which people may be diverted?",
    "eligibility.unlisted": "What holds for an offense that is not on the list?",
    "eligibility.amounts": "Up to which amounts of a drug, or which value of goods, may a person be diverted?",
    "eligibility.exclusions": "What keeps a person out, and who may decide otherwise?",
    "eligibility.history": "Which earlier convictions keep a person out, and for how long?",
    "eligibility.age": "Which ages does the program take?",
    "eligibility.residence": "Must a person live in the area?",
    "eligibility.supervision": "What holds for a person on probation or parole?",
    "eligibility.consent": "Who must consent to a diversion, and how?",
    "eligibility.acceptance": "Who accepts a person, and how soon?",
    "agreement.stage": "Do the parties agree to plan a program, or to run one?",
    "agreement.undertakings": "What does each party undertake?",
    "procedure": "What happens, step by step, from contact to exit?",
    "procedure.critical_incidents": "Who is told of a death or another grave incident, and who reviews it?",
    "services.access": "What does the program do for people who need another language, or have a disability?",
    "services": "What help does the program give, and by whom?",
    "measures": "What does the program count, report and evaluate?",
    "funding": "What pays for the program?",
    "program.uses_lead_mark": "Does the program use the name LEAD, which is a registered mark?",
    "program.dates": "When is the agreement signed, and when does the program begin?",
    "program.status": "Where does the program stand?",
    "program.population": "Does the program serve adults, youth or both?",
    "program.principles": "To which principles does the program commit itself?",
    "program.unit_of_decision": "Is a contact, a charge or an incident decided on?",
    "program.several_charges": "What holds when a person faces several charges?",
}
UNDECIDED: dict[str, Undecided] = {
    **{path: Undecided(asks, legal=True) for path, asks in _LEGAL.items()},
    **{path: Undecided(asks) for path, asks in _PARTNERS.items()},
}
"""By field, with ``*`` for an id."""
PARTS_OF_SECTIONS = ("procedure.critical_incidents", "sharing.media", "services.access")
"""Parts of sections that no answer begins, on which the agreement has a clause of its own: each is asked by itself."""
