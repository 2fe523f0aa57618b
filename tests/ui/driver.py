"""Drives Chancery as a person does: through the accessibility bus and the keyboard.

Everything waits for a condition, with an upper bound, while the main loop runs; nothing waits for time
to pass."""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

import tree  # noqa: E402

# A program with sanitizers in it takes longer for all that it does.
TIMEOUT_S = 30 * int(os.environ.get('CHANCERY_TEST_SLOWNESS', '1'))
LOOK_MS = 20
LONGEST_LOOK_S = 2
MAX_LOOKS = 10
MAX_DUMPED = 12


class Timeout(AssertionError):
    pass


def wait(condition, what, timeout_s=TIMEOUT_S):
    """Runs the main loop until the condition gives something true, and returns that."""
    context = GLib.MainContext.default()
    before = GLib.get_monotonic_time()
    left = timeout_s * 1000000
    while True:
        try:
            result = condition()
        except GLib.Error:
            # What was looked at went away meanwhile.
            result = None
        if result:
            return result
        now = GLib.get_monotonic_time()
        # Time in which a computer sleeps or a process is stopped is not time in which something could happen.
        left -= min(now - before, LONGEST_LOOK_S * 1000000)
        before = now
        if left < 0:
            raise Timeout('waited %d s for %s' % (timeout_s, what))
        passed = []
        GLib.timeout_add(LOOK_MS, passed.append, True)
        while not passed:
            context.iteration(True)


def matches(wanted, text):
    if wanted is None:
        return True
    return bool(wanted.search(text or '')) if hasattr(wanted, 'search') else wanted == text


def states(node):
    return node.get_state_set()


def is_showing(node):
    return states(node).contains(Atspi.StateType.SHOWING)


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''


def has_state(node, state):
    return states(node).contains(state)


def attributes_at(node, offset):
    """The attributes of the text at an offset, and the text that has just these."""
    text = node.get_text_iface()
    run = Atspi.Text.get_attribute_run(text, offset, False)
    # The range comes with the result, not in it.
    return dict(run[0]), Atspi.Text.get_text(text, run[1], run[2])


class App:
    """A running Chancery with a home of its own, which outlives the process, and goes at the end of a
    with statement."""

    def __init__(self, program, home=None, environment=None, tool=None):
        self.program = program
        self.tool_program = tool
        self.home = home or tempfile.mkdtemp(prefix='chancery-ui-')
        self.environment = dict(os.environ, GTK_A11Y='atspi', GDK_DEBUG='no-portals',
                                XDG_DATA_HOME=os.path.join(self.home, 'data'),
                                XDG_CONFIG_HOME=os.path.join(self.home, 'config'),
                                XDG_STATE_HOME=os.path.join(self.home, 'state'),
                                XDG_CACHE_HOME=os.path.join(self.home, 'cache'))
        self.environment.update(environment or {})
        self.process = None
        self.frame = None
        self.tree = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None and self.tree is not None and self.process.poll() is None:
            self.dump()
        self.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def library(self):
        return os.path.join(self.home, 'data/chancery-devel/library.db')

    def tool(self, *arguments):
        """What chancery-tool says of the library."""
        out = subprocess.run([self.tool_program, *arguments, '--library', self.library], check=True,
                             stdout=subprocess.PIPE, env=self.environment).stdout
        return json.loads(out)

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=self.environment)
        try:
            self.frame = wait(self._find_frame, 'the window')
        except AssertionError:
            self.kill()
            raise
        self.tree = tree.Reader(self.frame)
        return self

    def _find_frame(self):
        if self.process.poll() is not None:
            raise AssertionError('the program ended with status %d' % self.process.returncode)
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is None or application.get_process_id() != self.process.pid:
                continue
            for number in range(application.get_child_count()):
                frame = application.get_child_at_index(number)
                if frame is not None and frame.get_role_name() in ('frame', 'window') and is_showing(frame):
                    return frame
        return None

    def _look(self, accept, within=None):
        """The first item that is accepted, and its object."""
        for _ in range(MAX_LOOKS):
            top = self.tree.subtree(within or self.frame)
            item = next(filter(accept, top.walk()), None) if top is not None else None
            if item is None:
                return None
            node = self.tree.node(item)
            if node is not None:
                return node
        raise AssertionError('%r comes and goes' % item.name)

    def find_now(self, role=None, name=None, within=None, showing=True):
        return self._look(lambda item: (role is None or tree.role_name(item.role) == role) and
                          matches(name, item.name) and (not showing or item.has_state(Atspi.StateType.SHOWING)), within)

    def find(self, role=None, name=None, within=None, showing=True):
        what = '%s %r' % (role or 'anything', getattr(name, 'pattern', name))
        return wait(lambda: self.find_now(role, name, within, showing), what)

    def find_text(self, role, words, within=None):
        """Something whose text, which may be longer than its name, has the words."""
        def accept(item):
            if tree.role_name(item.role) != role or not item.has_state(Atspi.StateType.SHOWING):
                return False
            node = self.tree.node(item)
            return node is not None and matches(words, text_of(node))
        return wait(lambda: self._look(accept, within), '%s with %r' % (role, getattr(words, 'pattern', words)))

    def gone(self, role=None, name=None):
        wait(lambda: self.find_now(role, name) is None,
             'no more %s %r' % (role, getattr(name, 'pattern', name)))

    def press(self, node):
        """Does what clicking it does."""
        action = node.get_action_iface()
        assert action is not None and Atspi.Action.get_n_actions(action) > 0, \
            '%r can do nothing' % node.get_name()
        Atspi.Action.do_action(action, 0)

    def _xdotool(self, *arguments):
        subprocess.run(['xdotool', *arguments], check=True, stdout=subprocess.DEVNULL)

    def window_id(self):
        out = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                             stdout=subprocess.PIPE, check=False).stdout.split()
        return out[-1].decode() if out else None

    def focus(self):
        self._xdotool('windowactivate', '--sync', wait(self.window_id, 'the X window'))

    def key(self, *keys):
        self._xdotool('key', '--clearmodifiers', '--delay', '20', *keys)

    def type(self, text):
        self._xdotool('type', '--delay', '12', text)

    def focused(self):
        return self._look(lambda item: item.has_state(Atspi.StateType.FOCUSED))

    def wait_focus(self, role=None, name=None):
        def check():
            node = self.focused()
            return node if node is not None and (role is None or node.get_role_name() == role) and \
                matches(name, node.get_name()) else None
        return wait(check, 'the focus on %s %r' % (role, getattr(name, 'pattern', name)))

    def wait_focus_elsewhere(self, before):
        """Waits until something else than that has the focus, and returns it."""
        def check():
            node = self.focused()
            return node if node is not None and node != before else None
        return wait(check, 'the focus elsewhere')

    def select_passage(self, passage):
        """Finds the passage, and closes the find bar: what was found stays selected."""
        before = self.focused()
        self.key('ctrl+f')
        self.wait_focus_elsewhere(before)
        self.type(passage)
        self.find(name=re.compile('1 of 1'))
        self.key('Escape')

    def resize(self, width, height):
        """Gives the window a size, and waits until it has it."""
        window = wait(self.window_id, 'the X window')
        self._xdotool('windowsize', window, str(width), str(height))

        def check():
            out = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True,
                                 stdout=subprocess.PIPE, text=True).stdout
            return 'WIDTH=%d\n' % width in out and 'HEIGHT=%d\n' % height in out
        wait(check, 'the window to be %d by %d' % (width, height))

    def shot(self, path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    def quit(self):
        self.focus()
        self.key('ctrl+q')
        wait(lambda: self.process.poll() is not None, 'the program to quit')
        assert self.process.returncode == 0, 'the program ended with status %d' % self.process.returncode

    def kill(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def dump(self, out=sys.stderr):
        """What has a name or the focus."""
        def lines(item, depth):
            focused = item.has_state(Atspi.StateType.FOCUSED)
            if item.name or focused:
                print('%s[%s] %r%s%s' % ('  ' * depth, tree.role_name(item.role), item.name,
                                         '' if item.has_state(Atspi.StateType.SHOWING) else ' (hidden)',
                                         ' (focused)' if focused else ''), file=out)
                depth += 1
            for child in item.children[:MAX_DUMPED]:
                lines(child, depth)
            if len(item.children) > MAX_DUMPED:
                print('%s… %d more' % ('  ' * depth, len(item.children) - MAX_DUMPED), file=out)
        try:
            lines(self.tree.read(), 0)
        except GLib.Error as error:
            print('The window cannot be read: %s' % error.message, file=out)


def run(*tests):
    """Runs test functions and prints TAP."""
    print('TAP version 13')
    print('1..%d' % len(tests))
    failed = False
    for number, test in enumerate(tests, 1):
        name = re.sub('_', ' ', test.__name__.removeprefix('test_'))
        try:
            test()
            print('ok %d - %s' % (number, name), flush=True)
        except Exception:  # a test may fail in any way
            failed = True
            trace = traceback.format_exc()
            for line in trace.splitlines():
                print('# ' + line)
            # After what the window showed, where the end of a long log has it.
            print('%s: %s' % (name, trace), file=sys.stderr)
            print('not ok %d - %s' % (number, name), flush=True)
    return 1 if failed else 0
