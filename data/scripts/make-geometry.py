#!/usr/bin/env python3
# Makes data/content/geometry-110m.json and geometry-50m.json from Natural Earth's GeoJSON files.
#
#   make-geometry.py FOLDER [OUTPUT-FOLDER]
#
# FOLDER holds countries110.geojson, countries50.geojson, map_units50.geojson and
# tiny_countries50.geojson (Natural Earth 5, admin 0, public domain, with the columns iso_a2_eh,
# name, label_x and label_y). The same input gives the same bytes.
#
# Borders follow the positions of the United Nations: what a state doesn't administer, but the United
# Nations count as its own or as nobody's, is an outline of its own with that state's code, and says
# who administers and who claims it.
#
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import math
import sys
from pathlib import Path

AS_OF = '2026-11-23'

# Outlines that the source has, but under no code or as a whole: name in the source → code, remark.
BY_NAME = {
    'N. Cyprus': ('CY', 'Northern Cyprus: part of Cyprus by Security Council resolution 541 (1983); '
                        'administered by Turkish Cypriot authorities'),
    'Somaliland': ('SO', 'Somaliland: part of Somalia; governs itself and declared its independence in 1991'),
    'Siachen Glacier': ('', 'Siachen Glacier: claimed by India and Pakistan'),
}

# Whole outlines under dispute.
BY_CODE = {
    'EH': 'Western Sahara: a non-self-governing territory by the list of the United Nations; '
          'this part is administered by the Polisario Front and claimed by Morocco',
    'FK': 'Falkland Islands (Malvinas): administered by the United Kingdom, claimed by Argentina',
    'GI': 'Gibraltar: administered by the United Kingdom, claimed by Spain',
    'GS': 'South Georgia and the South Sandwich Islands: administered by the United Kingdom, claimed by Argentina',
    'IO': 'Chagos Archipelago: administered by the United Kingdom, claimed by Mauritius',
    'PS': 'State of Palestine: occupied by Israel since 1967; its final borders are not agreed',
    'TW': 'Taiwan: governs itself, claimed by China',
    'XK': 'Kosovo: declared its independence in 2008, claimed by Serbia; see Security Council resolution 1244 (1999)',
    'YT': 'Mayotte: administered by France, claimed by the Comoros',
}

CRIMEA = ('Crimea: part of Ukraine by General Assembly resolution 68/262 (2014); '
          'administered and claimed by Russia')
KURILS = 'Southern Kuril Islands: administered by Russia, claimed by Japan'
WEST_OF_THE_BERM = ('Western Sahara: a non-self-governing territory by the list of the United Nations; '
                    'this part is administered and claimed by Morocco')
GOLAN = ('Golan Heights: part of Syria by Security Council resolution 497 (1981); '
         'administered and claimed by Israel')
HALAIB = 'Halaib Triangle: administered by Egypt, claimed by Sudan'

# Parts that the source doesn't tell from the state that administers them are cut off along a line. Its ends
# are moved to the nearest corner of the outline, or, if that is too far, to the nearest place on it.
# The line of 1949 between Israel and Syria, and the administrative boundary of 1902 at Halaib, roughly.
CUTS = [
    ('MA', 'EH', WEST_OF_THE_BERM, (-13.8, 25.2), [(-8.8178, 27.6564), (-13.17, 27.6564)], (-14.0, 24.5)),
    ('IL', 'SY', GOLAN, (35.76, 33.0),
     [(35.6272, 33.275), (35.65, 33.24), (35.625, 33.1), (35.63, 32.99), (35.615, 32.89), (35.65, 32.83),
      (35.635, 32.72), (35.6112, 32.6821)], (35.78, 33.0)),
    ('EG', 'EG', HALAIB, (35.6, 22.5),
     [(34.1, 21.9965), (34.7, 22.35), (35.15, 22.85), (35.53, 23.15)], (35.9, 22.3)),
]

# Places of states without an outline in the source, in degrees.
PLACES = {
    'AQ': (-58.4, -62.1),  # King George Island: Antarctica itself is not drawn
    'BV': (3.36, -54.42),
    'UM': (-169.53, 16.73),  # Johnston Atoll
}


def load(folder, name):
    with open(folder / f'{name}.geojson', encoding='utf-8') as file:
        return json.load(file)['features']


def rings_of(feature):
    geometry = feature['geometry']
    polygons = geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]
    return [[tuple(point) for point in ring[:-1]] for polygon in polygons for ring in polygon]


def contains(rings, point):
    x, y = point
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def stitch(rings):
    """Joins rings that the source has cut at the antimeridian; their longitudes go on beyond 180."""
    on_seam = lambda point: abs(point[0]) > 179.999
    near = lambda a, b: abs(a[1] - b[1]) < 0.005
    whole, pieces = [], []
    for ring in rings:
        n = len(ring)
        seam = [i for i in range(n) if on_seam(ring[i]) and on_seam(ring[(i + 1) % n])]
        if not seam:
            whole.append(ring)
            continue
        # The seam is one run of edges: start after it, and leave out its inner points.
        after = next(i for i in seam if (i + 1) % n not in seam)
        path = [ring[(after + 1 + i) % n] for i in range(n - len(seam) + 1)]
        pieces.append([(x + 360 if x < 0 else x, y) for x, y in path])
    while pieces:
        piece = pieces.pop(0)
        other = next(p for p in pieces if near(p[0], piece[-1]) and near(p[-1], piece[0]))
        pieces.remove(other)
        whole.append(piece + other[1:-1])
    return whole


def locate(ring, point):
    """The index of the corner at point; one is put in if there is none nearby."""
    x, y = point
    scale = math.cos(math.radians(y))
    distance = lambda p: math.hypot((p[0] - x) * scale, p[1] - y)
    best = min(range(len(ring)), key=lambda i: distance(ring[i]))
    if distance(ring[best]) < 0.12:
        return best
    candidates = []
    for i, ((ax, ay), (bx, by)) in enumerate(zip(ring, ring[1:] + ring[:1])):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = 0 if length == 0 else min(1, max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
        place = (ax + t * (bx - ax), ay + t * (by - ay))
        candidates.append((distance(place), i, place))
    _, i, place = min(candidates)
    if place in ring:
        return ring.index(place)
    ring.insert(i + 1, place)
    return i + 1


def cut(ring, line):
    """Cuts a ring into two along a line from one of its corners to another."""
    first, last = ring[locate(ring, line[0])], ring[locate(ring, line[-1])]
    a, b = ring.index(first), ring.index(last)
    inner = line[1:-1]
    if a > b:
        a, b, inner = b, a, inner[::-1]
    return ring[a:b + 1] + inner[::-1], ring[b:] + ring[:a + 1] + inner


def compact(ring):
    """Whole hundredths of a degree, without repeated corners, each but the first relative to the one before."""
    corners = []
    for x, y in ring:
        corner = (round(x * 100), round(y * 100))
        if not corners or corner != corners[-1]:
            corners.append(corner)
    while len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    if len(corners) < 3:
        return None
    numbers = list(corners[0])
    for (ax, ay), (bx, by) in zip(corners, corners[1:]):
        numbers += [bx - ax, by - ay]
    return numbers


class Outlines:
    def __init__(self):
        self.rings = {}
        self.labels = {}

    def put(self, code, remark, label, rings):
        self.rings.setdefault((code, remark), []).extend(rings)
        self.labels.setdefault((code, remark), label)

    def records(self):
        for key in sorted(self.rings, key=lambda k: (k[0] or '~', k[1] or '')):
            code, remark = key
            record = {'code': code, 'label': [round(c * 100) for c in self.labels[key]]}
            if remark:
                record['disputed'] = True
                record['remark'] = remark
            rings = [compact(ring) for ring in self.rings[key]]
            record['rings'] = [ring for ring in rings if ring]
            yield record


def collect(features, units, dots):
    outlines = Outlines()
    unit_rings = {}
    labels = {}
    codes = {feature['properties']['iso_a2_eh'] for feature in features}
    for feature in units:
        code = feature['properties']['iso_a2_eh']
        labels.setdefault(code, (feature['properties']['label_x'], feature['properties']['label_y']))
        # The overseas parts of France and others, which have codes of their own.
        if code not in codes:
            unit_rings.setdefault(code, []).extend(rings_of(feature))

    for feature in sorted(features, key=lambda f: (f['properties']['iso_a2_eh'], f['properties']['name'])):
        properties = feature['properties']
        code, name = properties['iso_a2_eh'], properties['name']
        label = (properties['label_x'], properties['label_y'])
        if code == 'AQ':
            continue
        if name in BY_NAME:
            code, remark = BY_NAME[name]
        elif code == '-99':
            sys.exit(f'{name} has no code')
        else:
            remark = BY_CODE.get(code)
        rings = rings_of(feature)
        if code in ('RU', 'FJ'):
            rings = stitch(rings)
        for from_code, to_code, to_remark, to_label, line, inside in CUTS:
            if code != from_code:
                continue
            ring = next(r for r in rings if contains([r], inside))
            rings.remove(ring)
            for half in cut(list(ring), line):
                if contains([half], inside):
                    outlines.put(to_code, to_remark, to_label, [half])
                else:
                    rings.append(half)
        for ring in rings:
            xs, ys = [p[0] for p in ring], [p[1] for p in ring]
            middle = (sum(xs) / len(xs), sum(ys) / len(ys))
            unit = next((u for u in sorted(unit_rings) if code in ('AU', 'FR', 'NL', 'NO') and
                         (ring in unit_rings[u] or contains(unit_rings[u], middle))), None)
            if unit is not None:
                outlines.put(unit, BY_CODE.get(unit), labels[unit], [ring])
            elif code == 'UA' and max(ys) < 46.25 and min(ys) < 44.6:
                outlines.put('UA', CRIMEA, (34.3, 45.3), [ring])
            elif code == 'RU' and 145 < min(xs) < 148 and min(ys) > 43.3 and max(ys) < 45.6:
                outlines.put('RU', KURILS, (147.9, 45.0), [ring])
            elif code == 'NZ' and min(ys) > -12:
                outlines.put('TK', None, dots['TK'], [ring])
            else:
                outlines.put(code, remark, label, [ring])

    for code in sorted(set(dots) | set(labels)):
        if code not in {key[0] for key in outlines.rings} and code != '-99':
            place = dots.get(code) or labels[code]
            outlines.put(code, BY_CODE.get(code), place, [])
    return outlines


def write(path, scale, outlines):
    head = {
        'schemaVersion': 1,
        'title': f'Outlines of the states at 1:{scale} million',
        'source': 'Natural Earth 5, admin 0 countries, map units and tiny countries',
        'address': 'https://www.naturalearthdata.com/',
        'licence': 'public domain',
        'asOf': AS_OF,
        'remark': 'Borders follow the positions of the United Nations. A ring is closed and begins with '
                  'longitude and latitude, then differences, in units of a degree; a longitude goes on beyond '
                  '180 where a ring crosses the antimeridian. An outline without rings is a dot at its label.',
        'unit': 0.01,
    }
    lines = [json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "outlines": [']
    records = list(outlines.records())
    for i, record in enumerate(records):
        rings = record.pop('rings')
        text = json.dumps(record, ensure_ascii=False, separators=(', ', ': '))[:-1] + ', "rings": ['
        text += ','.join('\n   ' + json.dumps(ring, separators=(',', ':')) for ring in rings)
        lines.append('  ' + text + ']}' + (',' if i + 1 < len(records) else ''))
    lines.append(' ]\n}')
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8')


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit('usage: make-geometry.py FOLDER [OUTPUT-FOLDER]')
    folder = Path(sys.argv[1])
    output = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parent.parent / 'content'
    units = load(folder, 'map_units50')
    dots = dict(PLACES)
    for feature in load(folder, 'tiny_countries50'):
        properties = feature['properties']
        # One dot a state: its seat, not an island far away.
        if properties['name'] in ('Gaza', 'West Bank', 'Azores', 'Madeira'):
            continue
        dots.setdefault(properties['iso_a2_eh'], tuple(feature['geometry']['coordinates']))
    for scale in (110, 50):
        outlines = collect(load(folder, f'countries{scale}'), units, dots)
        write(output / f'geometry-{scale}m.json', scale, outlines)


if __name__ == '__main__':
    main()
