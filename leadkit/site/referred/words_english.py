"""The words of the questions and of their outcome in English."""

from __future__ import annotations

from typing import TypeAlias

Words: TypeAlias = dict[str, str | list[str] | dict[str, str] | dict[str, dict[str, str]]]
"""What the script of the page is told."""

ENGLISH: Words = {
    "unasked": (
        "The questions need a script, and a page that was opened from the web. Without them, read who can be diverted, "
        "or ask the program."
    ),
    "asked": "What is asked",
    "who": "Who can be diverted",
    "foreign": "en",
    "question_one": "Question {0}",
    "questions_many": "Questions {0} to {1}",
    "pathway_question": "How would the person come to the program?",
    "how_many": "Choose how many there are; what each is comes next.",
    "entry": "Entry",
    "entries": {"charge": "Charge", "item": "Thing"},
    "yes": "Yes",
    "no": "No",
    "unknown": "I do not know",
    "choose": "Choose",
    "day": "Day of the week",
    "time": "Time",
    "days": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "units": {
        "years": "years", "months": "months", "days": "days", "milligrams": "grams", "pieces": "pieces",
        "cents": "dollars",
    },
    "write_number": "Write a number, such as 2.5, or choose “I do not know”.",
    "write_whole": "Write a whole number, such as 34, or choose “I do not know”.",
    "write_past": "Choose a day that is not in the future, or choose “I do not know”.",
    "write_time": "Choose the day of the week and the time, or choose “I do not know”.",
    "answer_it": "Answer the question, or choose “I do not know”.",
    "go_on": "Continue",
    "back": "Back",
    "end": "Stop here, and see the answer so far",
    "change": "Change",
    "restart": "Start again",
    "answers": "Your answers",
    "kept_nowhere": "They are on this page only. They go when you leave it.",
    "outcomes": {
        "eligible": {
            "title": "By the rules, the person could be referred",
            "text": (
                "Nothing that you answered keeps the person out. Whether an offer is made is still somebody’s "
                "decision."
            ),
        },
        "needs_discretion": {
            "title": "Perhaps: somebody must decide",
            "text": "Something keeps the person out, unless somebody who may do so sets it aside for this person.",
        },
        "not_eligible": {
            "title": "By the rules, the person cannot be referred in this way",
            "text": (
                "Something keeps the person out that nobody may set aside. The program may help in another way: ask "
                "it."
            ),
        },
        "needs_information": {
            "title": "Not decided: something must be known first",
            "text": (
                "With what you know, the rules give no answer. What is not known never counts for or against anybody."
            ),
        },
        "agencies": {
            "title": "Perhaps: the agencies check the rest",
            "text": (
                "Nothing that you answered keeps the person out for certain. What is left to know is not asked here."
            ),
        },
        "no_pathway": {
            "title": "Not decided: how the person would come is not known",
            "text": "Each way into the program has rules of its own. Ask the program which it would be.",
        },
    },
    "short": {
        "eligible": "could be referred",
        "needs_discretion": "somebody must decide",
        "not_eligible": "cannot be referred in this way",
        "needs_information": "not decided",
    },
    "why": "Why",
    "presumed": "What somebody would have to set aside",
    "may_decide": "Who may set it aside:",
    "nobody_named": "The program does not say here who may set it aside.",
    "not_told": "The program says no more about it here.",
    "each_charge": "Charge by charge",
    "open_questions": "What is not known yet",
    "weighed": "What is weighed, and keeps nobody out by itself",
    "agencies_check": (
        "The agencies check this: what may only be known to them, such as earlier cases, warrants or supervision. "
        "This page asks nothing about it, and says this to everybody to whom it could matter."
    ),
    "no_promise": (
        "An officer, or others whom the program names, decide case by case. This answer is no promise, gives no right "
        "to an offer, and is no legal advice."
    ),
    "not_public": "Some of what the program goes by is not public, and can change the answer.",
    "left_open": "The program leaves some of its rules open, or they are not known. That can change the answer.",
    "rules_of": "The rules are those of",
    "call": "Whom to ask:",
}  # fmt: skip
