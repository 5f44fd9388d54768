"""How pages write dates and numbers, where Django has it in another way."""
