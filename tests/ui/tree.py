"""The tree that a program shows to assistive technologies, read in one call.

To ask for the children, role, name and states of each object one by one takes some thousand calls a look. The cache
that GTK offers answers all of them in one, and as of one moment."""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

CACHE_PATH = '/org/a11y/atspi/cache'
TIMEOUT_MS = 30000
# Objects that nobody has asked for are not in the cache yet, and may have children that aren't either.
MAX_ROUNDS = 5


role_names = {}


def role_name(number):
    if number not in role_names:
        role_names[number] = Atspi.role_get_name(Atspi.Role(number))
    return role_names[number]


class Item:
    """An object as it was when the tree was read."""

    __slots__ = ('above', 'children', 'index', 'n_children', 'parent', 'path', '_field')

    def __init__(self, variant):
        self._field = field = variant.get_child_value
        self.path = field(0).get_child_value(1).get_string()
        self.parent = field(2).get_child_value(1).get_string()
        self.index = field(3).get_int32()
        self.n_children = field(4).get_int32()
        self.above = None
        self.children = []

    @property
    def name(self):
        return self._field(6).get_string()

    @property
    def role(self):
        return self._field(7).get_uint32()

    def has_state(self, state):
        number = int(state)
        return bool(self._field(9).get_child_value(number // 32).get_uint32() & 1 << number % 32)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Reader:
    """Reads the tree below an accessible object."""

    def __init__(self, root):
        self.root = root
        self.nodes = {root.path: root}
        self.bus_name = root.app.bus_name
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                     Gio.DBusCallFlags.NONE, TIMEOUT_MS, None)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        self.items = {}

    def _call(self, path, interface, method, answered=None):
        arguments = (self.bus_name, path, interface, method, None, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None)
        if answered is not None:
            self.bus.call(*arguments, answered)
            return None
        return self.bus.call_sync(*arguments).get_child_value(0)

    def _get_children(self, paths):
        """The paths of the children of many, which are asked all at once."""
        found = {}

        def answered(bus, result, path):
            try:
                found[path] = [child for _, child in bus.call_finish(result).unpack()[0]]
            except GLib.Error:
                # It went away meanwhile.
                found[path] = []
        for path in paths:
            self._call(path, 'org.a11y.atspi.Accessible', 'GetChildren',
                       lambda bus, result, path=path: answered(bus, result, path))
        while len(found) < len(paths):
            GLib.MainContext.default().iteration(True)
        return found

    def _announce(self, paths):
        """Makes the program put what is below into its cache."""
        while paths:
            found = self._get_children(paths)
            paths = [child for children in found.values() for child in children if child not in self.items]

    def _adopt(self, item, candidates):
        """Gives an item its children, of those who call it their parent, though some may be gone. Whether all are
        known."""
        children = {child.index: child for child in candidates if 0 <= child.index < item.n_children}
        if len(children) == item.n_children == sum(child.index < item.n_children for child in candidates):
            item.children = [children[index] for index in range(item.n_children)]
            complete = True
        else:
            paths = self._get_children([item.path])[item.path]
            item.children = [self.items[path] for path in paths if path in self.items]
            complete = len(item.children) == len(paths)
        for child in item.children:
            child.above = item
        return complete

    def read(self):
        """Reads the tree and returns its root."""
        for _ in range(MAX_ROUNDS):
            answer = self._call(CACHE_PATH, 'org.a11y.atspi.Cache', 'GetItems')
            items = [Item(answer.get_child_value(index)) for index in range(answer.n_children())]
            self.items = {item.path: item for item in items}
            candidates = {}
            for item in items:
                candidates.setdefault(item.parent, []).append(item)
            if self.root.path not in self.items:
                self._announce([self.root.path])
                continue
            root = self.items[self.root.path]
            unknown = [item for item in root.walk() if not self._adopt(item, candidates.get(item.path, []))]
            if not unknown:
                break
            self._announce([item.path for item in unknown])
        return self.items[self.root.path]

    def subtree(self, node):
        """What is below an object, or None if it is gone."""
        root = self.read()
        item = self.items.get(node.path)
        return item if item is root or item is not None and item.above is not None else None

    def node(self, item):
        """The object of an item, to ask and to do more with, or None if it is gone meanwhile."""
        known = self.nodes.get(item.path)
        if known is None:
            holder = self.node(item.above)
            known = holder.get_child_at_index(item.above.children.index(item)) if holder is not None else None
            if known is None or known.path != item.path:
                return None
            self.nodes[item.path] = known
        return known
