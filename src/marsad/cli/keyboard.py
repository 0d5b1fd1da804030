"""Single keys and answers from a terminal."""

from collections import deque
from collections.abc import Callable

_ESCAPE = "\x1b"


class Keyboard:
    """``read`` returns what was typed since it was asked last: a key, several typed ahead, or one key's sequence."""

    def __init__(self, read: Callable[[], str], answer: Callable[[str], str] = input) -> None:
        self._read, self._answer = read, answer
        self._ahead: deque[str] = deque()

    def key(self) -> str:
        """Return the next key; those that send a sequence, such as arrows, are one key."""
        if not self._ahead:
            typed = self._read()
            self._ahead.extend([typed] if typed.startswith(_ESCAPE) else typed)
        return self._ahead.popleft()

    def ask(self, question: str) -> str:
        """Return the answer to a question. Keys typed ahead of it are dropped: they were no answer to it."""
        self._ahead.clear()
        return self._answer(f"{question}: ").strip()
