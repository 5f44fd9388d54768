"""The questions and answers that leadkit itself words, in Spanish; what a program words itself stays as it wrote it."""

from __future__ import annotations

SPANISH = {
    "Does the person accept the offer?": "¿La persona acepta la oferta?",
    "Which offense on the list is it?": "¿Qué delito de la lista es?",
    "For what could the person be arrested or charged?": "¿Por qué se podría detener o acusar a la persona?",
    "In which of these areas is the contact? Name the smallest that it lies in.": (
        "¿En cuál de estas zonas ocurre el contacto? Elija la más pequeña en la que está."
    ),
    "What did the person do?": "¿Qué hizo la persona?",
    "What did the person do with it?": "¿Qué hizo la persona con eso?",
    "Which substance is it? Name the narrowest class that fits.": (
        "¿Qué sustancia es? Elija la clase más precisa que corresponda."
    ),
    "Did the sale only pay for the person's own living or own use?": (
        "¿La venta solo pagaba el sustento o el consumo de la propia persona?"
    ),
    "How much does it weigh?": "¿Cuánto pesa?",
    "What did the person hold, take or damage?": "¿Qué tenía, tomó o dañó la persona?",
    "Is there probable cause to arrest?": "¿Hay causa probable para un arresto?",
    "Do drugs lie behind the conduct?": "¿Están las drogas detrás de la conducta?",
    "Does alcohol lie behind the conduct?": "¿Está el alcohol detrás de la conducta?",
    "Does mental health lie behind the conduct?": "¿Está la salud mental detrás de la conducta?",
    "Does homelessness lie behind the conduct?": "¿Está la falta de vivienda detrás de la conducta?",
    "Does poverty lie behind the conduct?": "¿Está la pobreza detrás de la conducta?",
    "Does sex work lie behind the conduct?": "¿Está el trabajo sexual detrás de la conducta?",
    "Does the person appear to exploit a minor?": "¿Parece que la persona explota a un menor de edad?",
    "Is the person suspected of promoting prostitution?": "¿Se sospecha que la persona promueve la prostitución?",
    "On which day of the week, and at what time, is the contact?": (
        "¿Qué día de la semana y a qué hora es el contacto?"
    ),
    "Is there room left after the pathways that are served first?": (
        "¿Queda lugar después de las vías que se atienden primero?"
    ),
    "Is the contact on a public holiday?": "¿El contacto es en un día feriado?",
    "Was something sold to a minor?": "¿Se vendió algo a un menor de edad?",
    "Does the person refuse to meet a case manager?": "¿La persona se niega a reunirse con un administrador de casos?",
    "Was the person violent at the contact?": "¿La persona fue violenta en el contacto?",
    "Does the person threaten harm to somebody else?": "¿La persona amenaza con hacer daño a otra?",
    "Which weapon was there?": "¿Qué arma había?",
    "What was done with it?": "¿Qué se hizo con ella?",
    "Is the incident one of domestic violence?": "¿El incidente es de violencia doméstica?",
    "Is the person unable to consent for now?": "¿La persona no puede consentir por ahora?",
    "How old was the person on the day of the offense?": "¿Qué edad tenía la persona el día del delito?",
    "How old was the person on the day of the contact?": "¿Qué edad tenía la persona el día del contacto?",
    "At which level is it charged?": "¿Con qué gravedad se imputa?",
    "At which grade is it charged?": "¿Con qué grado se imputa?",
    "Was it an amount for the person's own use?": "¿Era una cantidad para el consumo de la propia persona?",
    "Was it done without force?": "¿Se hizo sin fuerza?",
    "Did need drive the conduct?": "¿La necesidad llevó a la conducta?",
    "Was everybody left unhurt?": "¿Nadie resultó herido?",
    "Is there reason to believe in a profit above subsistence?": (
        "¿Hay razones para creer que hubo una ganancia mayor que la de subsistencia?"
    ),
    "Whom does the conduct harm?": "¿A quién perjudica la conducta?",
    "Does the complainant prefer a diversion?": "¿El denunciante prefiere una desviación?",
    "Does the complainant agree to a diversion?": "¿El denunciante está de acuerdo con una desviación?",
    "Does the complainant decline prosecution?": "¿El denunciante renuncia a que se persiga el delito?",
    "Which charge does it belong to?": "¿A qué cargo pertenece?",
    "How many are there?": "¿Cuántos hay?",
    "What are the goods worth?": "¿Cuánto valen los bienes?",
    "What does the damage come to?": "¿A cuánto asciende el daño?",
    "Yes": "Sí",
    "No": "No",
    "None": "Ninguna",
    "none": "ninguna",
    "In none of them": "En ninguna de ellas",
    "Another offense": "Otro delito",
    "Another substance": "Otra sustancia",
    "Another weapon": "Otra arma",
    "A firearm": "Un arma de fuego",
    "A knife": "Un cuchillo",
    "Nobody": "A nadie",
    "A business": "A un negocio",
    "A person": "A una persona",
    "The public": "Al público",
    "No answer in time": "No respondió a tiempo",
    "possess": "poseer",
    "use": "consumir",
    "use in public": "consumir en público",
    "possess with intent": "poseer con intención de entregar",
    "sell": "vender",
    "deliver": "entregar",
    "transport": "transportar",
    "purchase": "comprar",
    "take": "tomar",
    "damage": "dañar",
    "offer": "ofrecer",
    "solicit": "solicitar",
    "used": "se usó",
    "shown": "se mostró",
    "unlawfully held": "se tenía de forma ilegal",
    "within reach": "estaba al alcance",
}
QUESTIONS: dict[str, dict[str, str]] = {"en": {}, "es": SPANISH}
"""The translations by language."""
