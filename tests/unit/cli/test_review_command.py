"""Going through entries at the keyboard: the loop by itself, and once in a terminal."""

import os
import pty
import select
import subprocess
import sys
import termios
import time

import pytest

from handmade import IRAN, TOKAYEV, MadeNames, extraction, meeting_report, visit_report
from marsad.cli.keyboard import Keyboard
from marsad.cli.reviewing import Choice, Review
from marsad.model.claims import Encounter
from marsad.register.judgements.book import recorded
from marsad.register.judgements.queue import queue
from marsad.register.store import open_register
from marsad.views.wording import Writer, phrases

TALKS = "محادثات في طهران\nاجتمع مسؤولون من البلدين. ثم التقى الجانبان ثانية."


def talks_report():
    def encounter(phrase, date, *participants):
        fields = {"kind": "meeting", "status": "held", "participants": participants, "date": date}
        return phrase, Encounter, fields

    return extraction(
        TALKS,
        encounter("اجتمع مسؤولون من البلدين", "2024-03-02", IRAN, TOKAYEV),
        encounter("التقى الجانبان ثانية", "2024-03-05", IRAN),
        published="2024-03-06",
        outlet="KUNA",
    )


@pytest.fixture
def opened(tmp_path):
    with open_register(tmp_path / "review.db", create=True) as register:
        register.add([meeting_report(), visit_report(), talks_report()])
        register.refresh()
        yield register


ENCOUNTERS = Choice(types=("encounter",))


def review(register, keys, *answers, choice=ENCOUNTERS):
    """Press keys and answer questions; return what was shown."""
    shown = []
    replies = iter(answers)
    writer = Writer(MadeNames(), phrases("en"))
    typed = iter(keys)
    Review(
        register,
        choice,
        "Salma",
        writer,
        keys=lambda: next(typed),
        ask=lambda _: next(replies),
        say=shown.append,
    ).run()
    assert not list(replies)
    assert not list(typed)
    return "\n".join(shown)


def firsts(register):
    return sorted(entry.first for entry in queue(register, ["IRN"], ["encounter"]))


ALL = ["2023-09-18", "2024-03-02", "2024-03-05"]


def test_an_entry_is_shown_with_its_evidence(opened):
    shown = review(opened, "q")
    assert "1 of 3" in shown
    assert "18 September 2023 — President Ebrahim Raisi of Iran" in shown
    assert "2023-09-18 · IRNA · 2023-09-19T01:58Z · c" in shown
    assert "اجتمع إبراهيم رئيسي بنظيره" in shown


def test_rejecting_goes_on_to_the_next_and_undoing_brings_it_back(opened):
    shown = review(opened, "rq")
    assert "1 of 2" in shown
    assert firsts(opened) == ALL[1:]
    review(opened, "uq")
    assert firsts(opened) == ALL


def test_the_last_one_too_can_be_taken_back(opened):
    shown = review(opened, "rrraulq")
    assert "that was the last entry" in shown
    assert firsts(opened) == ALL[2:]


def test_what_was_accepted_is_not_shown_again_unless_asked_for(opened):
    assert "2 of 3" in review(opened, "aq")
    assert "1 of 2" in review(opened, "q")
    assert "accepted" in review(opened, "q", choice=Choice(types=("encounter",), everything=True))
    assert "1 of 3" in review(opened, "uq")


def test_a_slot_is_corrected(opened):
    review(opened, "cq", "date", "2023-09-20")
    assert firsts(opened) == ["2023-09-20", *ALL[1:]]


def test_entries_are_merged_by_number_and_split_again(opened):
    shown = review(opened, " lmq", "3")
    assert "    3  5 March 2024" in shown
    assert firsts(opened) == ALL[:2]
    review(opened, " sq", "2")
    assert firsts(opened) == ALL


def test_a_note_is_kept_and_nothing_else_changes(opened):
    review(opened, "nq", "يراجع")
    (item,) = recorded(opened)
    assert (item.judgement.note, item.judgement.by, item.state) == ("يراجع", "Salma", "in force")
    assert firsts(opened) == ALL


@pytest.mark.parametrize(
    ("keys", "answers", "told"),
    [
        ("x", (), "'x' is no key"),
        ("?", (), "u undo"),
        ("u", (), "nothing that could be undone"),
        ("c", ("",), "nothing judged"),
        ("c", ("venue", "UN"), "no slot"),
        ("m", ("9",), "no number from 1 to 3"),
        ("m", ("e0",), "no entry or claim"),
        ("m", ("1",), "this entry itself"),
        ("s", ("1",), "stay behind"),
    ],
)
def test_what_cannot_be_done_is_told_and_the_review_goes_on(opened, keys, answers, told):
    shown = review(opened, f"{keys}q", *answers)
    assert told in shown
    assert "0 judgements made" in shown
    assert firsts(opened) == ALL


def test_only_entries_about_the_states_are_shown(opened):
    assert "1 of 2" in review(opened, "q", choice=Choice(("IRN", "KAZ"), ("encounter",)))
    assert "no entry waits" in review(opened, "", choice=Choice(("USA", "KAZ"), ("encounter",)))


def test_keys_typed_ahead_come_one_by_one_and_are_no_answers():
    typed = iter(["ab", "\x1b[A", "xyz"])
    keyboard = Keyboard(lambda: next(typed), lambda question: f" {question}? ")
    assert [keyboard.key(), keyboard.key(), keyboard.key(), keyboard.key()] == ["a", "b", "\x1b[A", "x"]
    assert keyboard.ask("slot") == "slot: ?"
    with pytest.raises(StopIteration):
        keyboard.key()


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, *arguments):
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "marsad", *map(str, arguments)]
        environment = {**os.environ, "MARSAD_USER": "Salma", "TERM": "xterm"}
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)

    def until(self, expected):
        """Read until something is shown; return all that was."""
        shown = b""
        end = time.monotonic() + 20
        while expected.encode() not in shown:
            ready, _, _ = select.select([self.ours], [], [], max(end - time.monotonic(), 0))
            assert ready, shown.decode()
            shown += os.read(self.ours, 4096)
        return shown.decode()

    def press(self, key):
        """Press a key once the program listens for single keys: what comes before that it throws away."""
        end = time.monotonic() + 20
        while termios.tcgetattr(self.ours)[3] & termios.ICANON:
            assert time.monotonic() < end
            time.sleep(0.01)
        os.write(self.ours, key.encode())

    def answer(self, line):
        os.write(self.ours, f"{line}\n".encode())

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


def test_in_a_terminal(opened, tmp_path):
    terminal = Terminal("review", "IRN", "KAZ", "--type", "encounter", "--register", tmp_path / "review.db")
    try:
        terminal.until("1 of 2")
        terminal.press("c")
        terminal.until("Slot")
        terminal.answer("date")
        terminal.until("Value")
        terminal.answer("2023-09-20")
        terminal.until("20 September 2023 — President")
        terminal.press("q")
        terminal.until("1 judgements made")
        assert terminal.process.wait(30) == 0
    finally:
        terminal.close()
    assert firsts(opened) == ["2023-09-20", *ALL[1:]]
