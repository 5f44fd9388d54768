"""The words of the questions and of their outcome, in each language of a site."""

from __future__ import annotations

from typing import TypeAlias

Words: TypeAlias = dict[str, str | list[str] | dict[str, str] | dict[str, dict[str, str]]]

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
        "years": "years", "months": "months", "days": "days", "milligrams": "grams", "pieces": "pieces", "cents": "dollars",
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
            "text": "Nothing that you answered keeps the person out. Whether an offer is made is still somebody’s decision.",
        },
        "needs_discretion": {
            "title": "Perhaps: somebody must decide",
            "text": "Something keeps the person out, unless somebody who may do so sets it aside for this person.",
        },
        "not_eligible": {
            "title": "By the rules, the person cannot be referred in this way",
            "text": "Something keeps the person out that nobody may set aside. The program may help in another way: ask it.",
        },
        "needs_information": {
            "title": "Not decided: something must be known first",
            "text": "With what you know, the rules give no answer. What is not known never counts for or against anybody.",
        },
        "agencies": {
            "title": "Perhaps: the agencies check the rest",
            "text": "Nothing that you answered keeps the person out for certain. What is left to know is not asked here.",
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
SPANISH: Words = {
    "unasked": (
        "Las preguntas necesitan un programa del navegador y una página abierta desde la red. Sin eso, lea a quién se "
        "puede desviar, o pregunte al programa."
    ),
    "asked": "Lo que se pregunta",
    "who": "A quién se puede desviar",
    "foreign": "en",
    "question_one": "Pregunta {0}",
    "questions_many": "Preguntas {0} a {1}",
    "pathway_question": "¿Por qué vía llegaría la persona al programa?",
    "how_many": "Elija cuántos hay; después se pregunta por cada uno.",
    "entry": "Entrada",
    "entries": {"charge": "Cargo", "item": "Cosa"},
    "yes": "Sí",
    "no": "No",
    "unknown": "No lo sé",
    "choose": "Elija",
    "day": "Día de la semana",
    "time": "Hora",
    "days": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "units": {
        "years": "años", "months": "meses", "days": "días", "milligrams": "gramos", "pieces": "unidades",
        "cents": "dólares",
    },
    "write_number": "Escriba un número, como 2.5, o elija «No lo sé».",
    "write_whole": "Escriba un número entero, como 34, o elija «No lo sé».",
    "write_past": "Elija un día que no esté en el futuro, o elija «No lo sé».",
    "write_time": "Elija el día de la semana y la hora, o elija «No lo sé».",
    "answer_it": "Responda a la pregunta, o elija «No lo sé».",
    "go_on": "Continuar",
    "back": "Volver",
    "end": "Terminar aquí y ver la respuesta hasta ahora",
    "change": "Cambiar",
    "restart": "Empezar de nuevo",
    "answers": "Sus respuestas",
    "kept_nowhere": "Están solo en esta página. Desaparecen cuando usted sale de ella.",
    "outcomes": {
        "eligible": {
            "title": "Según las reglas, la persona podría ser remitida",
            "text": "Nada de lo que respondió deja fuera a la persona. Alguien decide todavía si se hace una oferta.",
        },
        "needs_discretion": {
            "title": "Quizás: alguien tiene que decidir",
            "text": "Algo deja fuera a la persona, a menos que quien puede hacerlo lo deje de lado para esta persona.",
        },
        "not_eligible": {
            "title": "Según las reglas, la persona no puede ser remitida por esta vía",
            "text": "Algo deja fuera a la persona y nadie puede dejarlo de lado. Quizás el programa ayude de otra manera: pregunte.",
        },
        "needs_information": {
            "title": "Sin decidir: primero hay que saber algo más",
            "text": "Con lo que usted sabe, las reglas no dan respuesta. Lo que no se sabe nunca cuenta a favor ni en contra de nadie.",
        },
        "agencies": {
            "title": "Quizás: las agencias comprueban lo demás",
            "text": "Nada de lo que respondió deja fuera a la persona con certeza. Lo que falta por saber no se pregunta aquí.",
        },
        "no_pathway": {
            "title": "Sin decidir: no se sabe por qué vía llegaría la persona",
            "text": "Cada vía tiene sus propias reglas. Pregunte al programa cuál sería.",
        },
    },
    "short": {
        "eligible": "podría ser remitida",
        "needs_discretion": "alguien tiene que decidir",
        "not_eligible": "no puede ser remitida por esta vía",
        "needs_information": "sin decidir",
    },
    "why": "Por qué",
    "presumed": "Lo que alguien tendría que dejar de lado",
    "may_decide": "Quién puede dejarlo de lado:",
    "nobody_named": "El programa no dice aquí quién puede dejarlo de lado.",
    "not_told": "El programa no dice más sobre esto aquí.",
    "each_charge": "Cargo por cargo",
    "open_questions": "Lo que todavía no se sabe",
    "weighed": "Lo que se tiene en cuenta, y por sí solo no deja fuera a nadie",
    "agencies_check": (
        "Las agencias comprueban esto: lo que solo ellas pueden saber, como casos anteriores, órdenes judiciales o "
        "supervisión. Esta página no pregunta nada de eso, y dice lo mismo a todos a quienes podría importar."
    ),
    "no_promise": (
        "Un agente, u otras personas que el programa nombra, deciden caso por caso. Esta respuesta no es una promesa, no "
        "da derecho a una oferta y no es asesoría legal."
    ),
    "not_public": "Una parte de las reglas del programa no es pública, y puede cambiar la respuesta.",
    "left_open": "El programa deja abiertas algunas de sus reglas, o no se conocen. Eso puede cambiar la respuesta.",
    "rules_of": "Las reglas son las del",
    "call": "A quién preguntar:",
}  # fmt: skip
WORDS = {"en": ENGLISH, "es": SPANISH}
"""The words by language; a test holds that both have the same."""
