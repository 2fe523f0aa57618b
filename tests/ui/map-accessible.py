#!/usr/bin/env python3
"""The map as a screen reader and the keyboard meet it: map-accessible.py MAP-DEMO"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

from driver import App, Atspi, run, states, wait

app = App(sys.argv[1], environment={'G_DEBUG': 'fatal-warnings'})


def regions(the_map):
    return [the_map.get_child_at_index(index) for index in range(the_map.get_child_count())]


def find_map():
    return app.find('list', 'Map of the states')


def region(name):
    return app.find('list item', re.compile('^' + name), within=find_map())


def is_selected(node):
    return states(node).contains(Atspi.StateType.SELECTED)


def do(node, name):
    action = node.get_action_iface()
    names = [Atspi.Action.get_action_name(action, index) for index in range(Atspi.Action.get_n_actions(action))]
    assert name in names, '%r can do %r only' % (node.get_name(), names)
    Atspi.Action.do_action(action, names.index(name))


def test_every_state_is_a_named_child():
    app.start('--organisation', 'csto', '--width', '360', '--height', '360')
    the_map = find_map()
    assert the_map.get_child_count() == 250, the_map.get_child_count()
    nodes = regions(the_map)
    assert {node.get_role_name() for node in nodes} == {'list item'}
    names = [node.get_name() for node in nodes]
    assert len(set(names)) == 250
    assert 'Armenia, member since 1994' in names, names[:8]
    assert 'Germany, not a member' in names
    assert 'Malta, not a member' in names
    for node in nodes:
        assert states(node).contains(Atspi.StateType.FOCUSABLE)
        assert states(node).contains(Atspi.StateType.SELECTABLE)


def test_what_is_disputed_says_so():
    assert 'Serbia' in region('Kosovo').get_description()
    assert not region('Armenia').get_description()


def test_regions_are_where_they_are_drawn():
    def extents():
        found = Atspi.Component.get_extents(region('Kazakhstan').get_component_iface(), Atspi.CoordType.WINDOW)
        return found if found.width > 20 else None
    kazakhstan = wait(extents, 'the place of Kazakhstan')
    armenia = Atspi.Component.get_extents(region('Armenia').get_component_iface(), Atspi.CoordType.WINDOW)
    assert kazakhstan.x > armenia.x + armenia.width
    assert 0 < armenia.width < kazakhstan.width


def test_a_region_can_be_selected_and_unselected():
    node = region('Belarus')
    assert not is_selected(node)
    do(node, 'region.select')
    wait(lambda: is_selected(node), 'Belarus to be selected')
    assert sum(map(is_selected, regions(find_map()))) == 1
    do(node, 'region.select')
    wait(lambda: not is_selected(node), 'Belarus to be unselected')


def test_a_region_can_be_activated():
    do(region('Tajikistan'), 'region.activate')
    wait(lambda: app.frame.get_name() == 'TJ', 'Tajikistan to be activated')


def test_keys_move_the_focus():
    app.focus()
    start = wait(app.focused, 'the focus')
    while start.get_role_name() != 'list item':
        app.key('Tab')
        start = app.wait_focus_elsewhere(start)
    app.key('Home')
    app.wait_focus('list item', re.compile('^Armenia'))
    app.key('Down')
    app.wait_focus('list item', re.compile('^(Iran|Iraq|Azerbaijan|Syria)'))
    app.key('Right')
    app.wait_focus('list item', re.compile('^(?!Armenia|Iran|Iraq|Syria)'))
    app.key('Home', 'Page_Down')
    app.wait_focus('list item', re.compile('^Belarus'))
    app.key('End')
    app.wait_focus('list item', re.compile('^Åland'))
    app.key('Home', 'space')
    wait(lambda: is_selected(region('Armenia')), 'Armenia to be selected')
    app.key('Return')
    wait(lambda: app.frame.get_name() == 'AM', 'Armenia to be activated')
    assert start is not None


def test_keys_zoom_and_pan():
    def width():
        component = region('Kazakhstan').get_component_iface()
        return Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW).width
    before = width()
    app.key('plus')
    wait(lambda: width() > before * 1.3, 'the map to be larger')
    app.key('minus', 'minus')
    wait(lambda: width() < before * 0.9, 'the map to be smaller')
    app.key('0')
    wait(lambda: abs(width() - before) <= 1, 'the map to be as it was')


def test_tab_leaves_the_map():
    app.key('Tab')
    app.wait_focus(None, 'Legend of the map')
    app.key('shift+Tab')
    app.wait_focus('list item', re.compile('^Armenia'))


try:
    status = run(
        test_every_state_is_a_named_child,
        test_what_is_disputed_says_so,
        test_regions_are_where_they_are_drawn,
        test_a_region_can_be_selected_and_unselected,
        test_a_region_can_be_activated,
        test_keys_move_the_focus,
        test_keys_zoom_and_pan,
        test_tab_leaves_the_map,
    )
finally:
    app.kill()
sys.exit(status)
