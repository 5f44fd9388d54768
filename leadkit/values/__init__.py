"""What a text in the YAML may stand for: dates, amounts, money, stretches of time, levels of offence.

The law and the model are both written in these values, so they stand below both.
"""
