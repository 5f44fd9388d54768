"""The words of the questions and of their outcome in Spanish. Nobody qualified has reviewed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.site.referred.words_english import Words

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
            "text": (
                "Algo deja fuera a la persona y nadie puede dejarlo de lado. Quizás el programa ayude de otra manera:"
                " pregunte."
            ),
        },
        "needs_information": {
            "title": "Sin decidir: primero hay que saber algo más",
            "text": (
                "Con lo que usted sabe, las reglas no dan respuesta. Lo que no se sabe nunca cuenta a favor ni en "
                "contra de nadie."
            ),
        },
        "agencies": {
            "title": "Quizás: las agencias comprueban lo demás",
            "text": (
                "Nada de lo que respondió deja fuera a la persona con certeza. Lo que falta por saber no se pregunta "
                "aquí."
            ),
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
        "Un agente, u otras personas que el programa nombra, deciden caso por caso. Esta respuesta no es una promesa, "
        "no da derecho a una oferta y no es asesoría legal."
    ),
    "not_public": "Una parte de las reglas del programa no es pública, y puede cambiar la respuesta.",
    "left_open": "El programa deja abiertas algunas de sus reglas, o no se conocen. Eso puede cambiar la respuesta.",
    "rules_of": "Las reglas son las del",
    "call": "A quién preguntar:",
}  # fmt: skip
