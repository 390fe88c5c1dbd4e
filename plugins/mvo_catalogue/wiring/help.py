"""What the help of each command shows below its options."""

from mvo_catalogue.texts import Words, load_texts


class HelpTexts(Words):
    """Examples of a command, and what else there is to say."""

    examples: tuple[str, ...]
    ending: str = ""


def load_help() -> dict[str, HelpTexts]:
    """Return what is in texts/help.yaml, by command; ``mvo`` itself is the first."""
    return load_texts("help", dict[str, HelpTexts])
