#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""conversation.py PENNYWORTH: two conversations with the demonstration, by nothing but what assistive technology is offered."""

import re
import subprocess
import sys

import atspi
from atspi import act, children, every, find, text_of, wait_for

NAMED = ("push button", "toggle button", "check box", "radio button", "combo box", "text", "password text", "list", "menu item")


def messages(window):
    transcript = find(window, "list", "Conversation")
    return [one for one in children(transcript)] if transcript else []


def ask(window, question):
    """Writes into the composer, presses Send, and follows the answer to its end. Returns how often it was seen to grow."""
    composer = wait_for("the composer", lambda: find(window, "text", "Message"))
    atspi.write(composer, question)
    assert text_of(composer) == question
    before = len(messages(window))

    def sendable():
        send = find(window, "push button", "Send")
        return send if send and "Press" in atspi.actions(send) else None

    act(wait_for("Send", sendable), "Press")
    wait_for("question and answer", lambda: len(messages(window)) == before + 2)
    assert question in text_of(messages(window)[before])

    answer = messages(window)[-1]
    lengths = set()

    def is_answered():
        was_busy = atspi.is_busy(answer)
        lengths.add(len(text_of(answer)))
        return len(lengths) > 1 and not was_busy

    wait_for("the whole answer", is_answered)
    return len(lengths)


def check_names(window):
    nameless = [
        f"{role} ({one.get_description()})" for role in NAMED for one in every(window, role) if not one.get_name().strip()
    ]
    assert not nameless, f"without a name: {nameless}"


def check_heard(hearing, answer):
    """The answer was told by sentences: fewer pieces than words, none of them within a word, nothing left out."""
    words = re.findall(r"\w+", text_of(answer))

    def is_told():
        return [word for piece in hearing.said for word in re.findall(r"\w+", piece)] == words

    wait_for("all of the answer, and no part of a word, to be told", is_told)
    assert 1 < len(hearing.said) < len(words) / 3, f"{len(hearing.said)} pieces of {len(words)} words"


def check_selection(message):
    said = text_of(message)
    word = next(word for word in said.split() if len(word) > 4)
    start = said.index(word)
    assert atspi.select(message, start, start + len(word)) == word
    atspi.unselect(message)
    assert atspi.select(message, 0, atspi.length(message)) == said
    atspi.unselect(message)
    assert atspi.selected(message) == ""
    assert atspi.move_caret(message, start) == start


def check_figures(window):
    """The panel says what the answer took and cost."""
    panel = wait_for("the panel", lambda: find(window, "panel", "Pricing"))

    def figures():
        said = "\n".join(label.get_name() for label in every(panel, "label"))
        return said if re.search(r"\d tok/s", said) and re.search(r"\$0\.\d+", said) else None

    wait_for("speed and cost", figures)


def conversations(window):
    listed = find(window, "list", "Conversations")
    return [one for one in children(listed) if one.get_role_name() == "list item"] if listed else []


def open_conversation(window, title):
    def listed():
        return next((one for one in conversations(window) if title in one.get_name()), None)

    act(wait_for(f"“{title}” in the list", listed), "Toggle")


def run(program):
    application = atspi.program("pennyworth")
    window = wait_for("the window", lambda: next((one for one in children(application) if one.get_role_name() == "frame"), None))
    assert "Pennyworth" in window.get_name()
    check_names(window)

    first = "Why does git bisect skip merges?"
    with atspi.Hearing() as hearing:
        assert ask(window, first) > 2, "the answer did not grow while it was read"
        check_heard(hearing, messages(window)[-1])
    check_selection(messages(window)[-1])
    check_figures(window)
    check_names(window)

    act(find(window, "push button", "New chat"), "Press")
    wait_for("an empty conversation", lambda: not messages(window))
    ask(window, "Hello")

    open_conversation(window, "git bisect")
    wait_for("the first conversation", lambda: messages(window) and first in text_of(messages(window)[0]))
    assert "bisect" in text_of(messages(window)[1])
    program.terminate()


atspi.enable()
started = subprocess.Popen([sys.argv[1], "--demo"])
try:
    run(started)
finally:
    started.kill()
    started.wait()
print("passed")
