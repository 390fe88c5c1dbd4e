"""What a command refuses to do; on its own, so that a command can start without all that may refuse something."""


class Refused(Exception):
    """A command is refused and nothing was changed; the message says in Dutch why, and what to do."""

    exit_code = 1


class NoContent(Refused):
    """There is no folder with content here."""

    def __init__(self) -> None:
        """Say so, and what to do."""
        super().__init__("Hier is geen map “content”. Draai dit in de map van de catalogus.")
