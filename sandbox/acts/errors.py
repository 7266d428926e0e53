"""What a person's phone would not let them do."""


class ImpossibleError(ValueError):
    """An act that Telegram offers nobody in this place, such as speaking where one is not."""
