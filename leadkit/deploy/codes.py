"""The codes of findings about the service that is made from a program."""

from __future__ import annotations

from leadkit.deploy.update_codes import CONFLICT, GIT_FAILED, NOT_A_DEPLOYMENT, NOT_EMPTY, UNSAVED_WORK
from leadkit.diagnostic import Code, Severity

NOTHING_SHOWN = Code(
    "LK801", "referral-reaches-nobody", Severity.WARNING,
    "No flow of the program lets case management receive that a person was referred.",
    "The service shows a case manager only what a flow allows. Without such a flow it shows them no "
    "referral, and nobody comes.",
    "sharing:\n"
    "  flows: {}\n",
    "sharing:\n"
    "  flows:\n"
    "    referral: {sender: city-referrals, recipient: case-management, categories: referral-status, "
    "actions: [receive, view], purpose: referral, basis: {kind: verbal_consent}, scope: "
    "referred_by_own_agency}\n",
)  # fmt: skip
NO_PRIVACY_DESK = Code(
    "LK802", "no-privacy-desk", Severity.NOTE,
    "No role of the program looks after privacy, so another desk of the service does.",
    "Somebody must read the log of who saw what, review access in an emergency, and answer a person "
    "who asks.",
    "roles:\n"
    "  lead: {kind: lead_agency, agencies: public-health}\n",
    "roles:\n"
    "  lead: {kind: lead_agency, agencies: public-health}\n"
    "  privacy: {kind: privacy_officer, agencies: public-health}\n",
)  # fmt: skip
NO_PROSECUTOR = Code(
    "LK803", "no-prosecutor-desk", Severity.NOTE,
    "No agency holds a role that charges, so the service has no desk for a prosecutor.",
    "A charge that is held for a person is then followed outside the service.",
    "roles:\n"
    "  felony-charging: {kind: charging_authority, status: vacant}\n",
    "roles:\n"
    "  felony-charging: {kind: charging_authority, agencies: county-prosecutor}\n",
)  # fmt: skip
PART2_UNDECIDED = Code(
    "LK804", "part2-undecided", Severity.WARNING,
    "The program does not say whether 42 CFR Part 2 governs an agency that cares for participants.",
    "The service then treats its records as governed by it. To treat them otherwise, counsel must have "
    "said so.",
    "agencies:\n"
    "  bridgeway: {type: case_management_provider}\n",
    "agencies:\n"
    "  bridgeway: {type: case_management_provider, hipaa_status: covered_entity}\n",
)  # fmt: skip
LOW_CONTRAST = Code(
    "LK805", "low-contrast", Severity.WARNING,
    "A color of the service is too light to be read on a white page.",
    "People with low vision cannot read a heading or a link that is less than 4.5 times as dark as the "
    "page.",
    "deployment:\n"
    '  colours: {primary: "#FFD700"}\n',
    "deployment:\n"
    '  colours: {primary: "#1F4E5F"}\n',
)  # fmt: skip
NO_HOSTING = Code(
    "LK806", "hosting-not-said", Severity.NOTE,
    "The program does not say where its service runs, or who looks after it.",
    "The parties must know whose server holds the records before anybody is entered.",
    "deployment:\n"
    "  name: Example County LEAD desk\n",
    "deployment:\n"
    "  name: Example County LEAD desk\n"
    "  hosting: {kind: own_server, agency: example-county-government}\n",
)  # fmt: skip
NO_TIME_ZONE = Code(
    "LK807", "time-zone-not-known", Severity.WARNING,
    "The program names no time zone, or one that nobody knows.",
    "Clocks that run in hours and days would begin and end at the wrong time.",
    "deployment:\n"
    "  time_zone: Pacific\n",
    "deployment:\n"
    "  time_zone: America/Los_Angeles\n",
)  # fmt: skip
CANNOT_DECIDE = Code(
    "LK808", "service-decides-nothing", Severity.WARNING,
    "The rules of the program cannot be read whole, so the service decides no case.",
    "Half of the rules would let people in, or keep them out, by a slip.",
    "eligibility:\n"
    "  age: eighteen\n",
    "eligibility:\n"
    "  age: {minimum: 18}\n",
)  # fmt: skip
NO_CELL = Code(
    "LK809", "flow-not-compiled", Severity.WARNING,
    "A flow without a basis or a scope lets nobody see anything in the service.",
    "What makes sharing lawful, and whose information it reaches, is asked each time somebody looks. "
    "Where nothing is said, the answer is no.",
    "sharing:\n"
    "  flows:\n"
    "    engagement-to-police: {sender: case-management, recipient: police-liaison, categories: "
    "engagement, actions: view}\n",
    "sharing:\n"
    "  flows:\n"
    "    engagement-to-police: {sender: case-management, recipient: police-liaison, categories: "
    "engagement, actions: view, purpose: coordination, basis: {kind: release, release: "
    "justice-release}, scope: referred_by_own_agency}\n",
)  # fmt: skip
NOT_SIGNABLE = Code(
    "LK810", "release-not-signable", Severity.WARNING,
    "A release cannot be signed in the service, for leadkit prints its form in no language.",
    "What rests on the release is shared with nobody until somebody can sign it.",
    "sharing:\n"
    "  releases:\n"
    "    care-team-release: {title: Release to my care team}\n",
    "sharing:\n"
    "  releases:\n"
    "    care-team-release: {title: Release to my care team, form: release-of-information}\n",
)  # fmt: skip
NO_RETENTION = Code(
    "LK811", "no-time-to-keep", Severity.WARNING,
    "The program does not say how long records are kept, so its service destroys none.",
    "Records that are kept without need can be asked for, and can leak.",
    "sharing:\n"
    "  retention: {}\n",
    "sharing:\n"
    "  retention:\n"
    "    care-notes: {keep: 6 years, after: exit, then: destroy}\n",
)  # fmt: skip
APPROVER_TOLD_NOTHING = Code(
    "LK812", "approver-told-nothing", Severity.WARNING,
    "Somebody who approves referrals, or sits in a body that does, receives nothing of a referral.",
    "The service shows them no referral, so nobody says yes, and the person waits.",
    "pathways:\n"
    "  social-contact: {kind: social_contact, agencies: sampleton-police, approvers: project-manager}\n",
    "pathways:\n"
    "  social-contact: {kind: social_contact, agencies: sampleton-police, approvers: project-manager}\n"
    "sharing:\n"
    "  flows:\n"
    "    for-approval: {sender: city-referrals, recipient: project-manager, categories: [identity, referral-status], "
    "actions: [receive, view], purpose: referral, basis: {kind: verbal_consent}, scope: referred_by_own_agency}\n",
)  # fmt: skip
NOBODY_REFERS = Code(
    "LK837", "pathway-without-referrer", Severity.WARNING,
    "A pathway is open, and nobody can refer by it in the service.",
    "The service takes referrals at the officer's desk and at the public's door. Who has neither refers outside of it, "
    "and no clock, screening or figure counts the person.",
    "pathways:\n"
    "  prosecutor-referral: {kind: prosecutor_referral, enabled: yes, agencies: county-prosecutor}\n",
    "pathways:\n"
    "  prosecutor-referral: {kind: prosecutor_referral, enabled: no, agencies: county-prosecutor}\n",
)  # fmt: skip
PATHWAY_UNSEEN = Code(
    "LK838", "pathway-reaches-nobody", Severity.WARNING,
    "A pathway is open, and no flow lets case management receive who is referred by it.",
    "The service shows a case manager only what a flow allows. Whoever is referred by such a pathway waits for nobody.",
    "sharing:\n"
    "  flows:\n"
    "    referral: {sender: city-referrals, recipient: case-management, pathways: arrest-diversion, categories: "
    "referral-status, actions: [receive, view], purpose: referral, basis: {kind: verbal_consent}, scope: "
    "referred_by_own_agency}\n",
    "sharing:\n"
    "  flows:\n"
    "    referral: {sender: city-referrals, recipient: case-management, pathways: [arrest-diversion, jail-release], "
    "categories: referral-status, actions: [receive, view], purpose: referral, basis: {kind: verbal_consent}, scope: "
    "referred_by_own_agency}\n",
)  # fmt: skip
NEEDLESS_WORD = Code(
    "LK835", "adds-nothing-in-service", Severity.NOTE,
    "A sender or recipient of a flow, or a flow, adds nothing in the service beside another.",
    "The service knows a record by the agency that keeps it, and a person by their role and agency. Whoever strikes "
    "one of two words that mean the same to it believes that something is no longer shared, and it is.",
    "roles:\n"
    "  felony-charging: {kind: charging_authority, agencies: county-prosecutor}\n"
    "  misdemeanor-charging: {kind: charging_authority, agencies: county-prosecutor}\n"
    "sharing:\n"
    "  flows:\n"
    "    eligibility-answer: {sender: [felony-charging, misdemeanor-charging], recipient: case-management, categories: "
    "eligibility-result, actions: receive, purpose: screening, basis: {kind: verbal_consent}, scope: own_cases}\n",
    "roles:\n"
    "  felony-charging: {kind: charging_authority, agencies: county-prosecutor}\n"
    "  misdemeanor-charging: {kind: charging_authority, agencies: county-prosecutor}\n"
    "sharing:\n"
    "  flows:\n"
    "    eligibility-answer: {sender: county-prosecutor, recipient: case-management, categories: "
    "eligibility-result, actions: receive, purpose: screening, basis: {kind: verbal_consent}, scope: own_cases}\n",
)  # fmt: skip
RELEASE_IS_DRAFT = Code(
    "LK836", "release-is-draft", Severity.WARNING,
    "The document of a release is a draft, so its page in the service may be read and not signed.",
    "What rests on the release is shared with nobody until the document is adopted. A demonstration, whose people are "
    "invented, signs drafts and says so.",
    "documents:\n"
    "  release-of-information: {kind: release_of_information, status: draft}\n",
    "documents:\n"
    "  release-of-information: {kind: release_of_information, status: adopted}\n",
)  # fmt: skip
CODES = (
    NOTHING_SHOWN,
    NO_PRIVACY_DESK,
    NO_PROSECUTOR,
    PART2_UNDECIDED,
    LOW_CONTRAST,
    NO_HOSTING,
    NO_TIME_ZONE,
    CANNOT_DECIDE,
    NO_CELL,
    NOT_SIGNABLE,
    NO_RETENTION,
    APPROVER_TOLD_NOTHING,
    NOBODY_REFERS,
    PATHWAY_UNSEEN,
    NOT_A_DEPLOYMENT,
    UNSAVED_WORK,
    CONFLICT,
    NOT_EMPTY,
    GIT_FAILED,
    NEEDLESS_WORD,
    RELEASE_IS_DRAFT,
)
