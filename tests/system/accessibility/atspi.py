# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader does, in words short enough for a test: find things by role and name, wait, act."""

import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.filterwarnings("ignore", category=DeprecationWarning)

_EVENTS = (
    "object:children-changed",
    "object:property-change",
    "object:state-changed",
    "object:text-changed",
    "window",
)


def enable():
    """Tells the desktop that assistive technology is used; programs that start now offer themselves to it."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    wanted = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", wanted, None, 0, -1, None)
    Atspi.init()


def wait_for(what, found, seconds=60):
    """The first true answer of found(), which is asked again at every event; fails where there is none in time."""
    loop = GLib.MainLoop()
    answer = None

    def look(*_):
        nonlocal answer
        try:
            answer = answer or found()
        except GLib.Error:  # what was looked at has just gone
            pass
        if answer:
            loop.quit()
        return GLib.SOURCE_CONTINUE

    listener = Atspi.EventListener.new(look)
    for event in _EVENTS:
        listener.register(event)
    again = GLib.timeout_add(500, look)  # what changes without an event
    late = GLib.timeout_add_seconds(seconds, lambda: loop.quit() or GLib.SOURCE_CONTINUE)
    look()
    if not answer:
        loop.run()
    GLib.source_remove(again)
    GLib.source_remove(late)
    for event in _EVENTS:
        listener.deregister(event)
    assert answer, f"{what}: not within {seconds} s"
    return answer


class Hearing:
    """What is told of text that arrives in list items, as long as it is open, piece by piece."""

    EVENT = "object:text-changed:insert"

    def __enter__(self):
        self.said = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register(self.EVENT)
        return self

    def __exit__(self, *_):
        self._listener.deregister(self.EVENT)

    def _hear(self, event):
        if event.source and event.source.get_role_name() == "list item":
            self.said.append(event.any_data)


def select(accessible, start, end):
    """Selects and returns what is selected then."""
    assert Atspi.Text.add_selection(accessible, start, end), "the selection is refused"
    return selected(accessible)


def selected(accessible):
    if not Atspi.Text.get_n_selections(accessible):
        return ""
    part = Atspi.Text.get_selection(accessible, 0)
    return Atspi.Text.get_text(accessible, part.start_offset, part.end_offset)


def unselect(accessible):
    assert Atspi.Text.remove_selection(accessible, 0), "the selection stays"


def move_caret(accessible, offset):
    assert Atspi.Text.set_caret_offset(accessible, offset), "the caret stays"
    return Atspi.Text.get_caret_offset(accessible)


def children(accessible):
    found = (accessible.get_child_at_index(i) for i in range(accessible.get_child_count()))
    return [child for child in found if child]


def program(name):
    """The program's root, once it has a window."""

    def running():
        for one in children(Atspi.get_desktop(0)):
            if one.get_name() == name and one.get_child_count():
                one.set_cache_mask(Atspi.Cache.NONE)
                return one
        return None

    return wait_for(f"the program {name}", running)


def is_showing(accessible):
    return accessible.get_state_set().contains(Atspi.StateType.SHOWING)


def is_busy(accessible):
    return accessible.get_state_set().contains(Atspi.StateType.BUSY)


def shown(accessible):
    """What is on show below it; what is hidden is not entered, since every question goes over the bus."""
    for child in children(accessible):
        if is_showing(child):
            yield child
            yield from shown(child)


def every(accessible, role):
    return [one for one in shown(accessible) if one.get_role_name() == role]


def find(accessible, role, name):
    """The thing on show with this role and name, or None."""
    return next((one for one in shown(accessible) if one.get_role_name() == role and one.get_name() == name), None)


def text_of(accessible):
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def length(accessible):
    """In the program's characters, of which an emoji has two."""
    return Atspi.Text.get_character_count(accessible)


def write(accessible, text):
    assert Atspi.EditableText.insert_text(accessible, 0, text, len(text.encode())), "the text is refused"


def actions(accessible):
    return [Atspi.Action.get_action_name(accessible, i) for i in range(Atspi.Action.get_n_actions(accessible))]


def act(accessible, name):
    assert Atspi.Action.do_action(accessible, actions(accessible).index(name)), f"{name} is refused"
