"""Reads every file of a built site that programs read, with parsers that nobody here wrote. Prints what they refuse; exits 1 then."""
import csv
import json
import sys
import zipfile
import xml.dom.minidom
from pathlib import Path

faults = []
counts = {}


def read(path):
    kind = path.suffix
    if kind in ('.xml', '.svg', '.xlf'):
        xml.dom.minidom.parse(str(path))
    elif kind in ('.json', '.jsonld', '.webmanifest'):
        json.loads(path.read_text('utf-8'), parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name)))
    elif kind == '.csv':
        with path.open(encoding='utf-8-sig', newline='') as file:
            widths = {len(row) for row in csv.reader(file, strict=True) if row}
        if len(widths) > 1:
            raise ValueError(f'rows of different widths: {sorted(widths)}')
    elif kind == '.ics':
        lines = path.read_bytes().decode('utf-8').split('\r\n')
        if lines[0] != 'BEGIN:VCALENDAR' or lines[-2:] != ['END:VCALENDAR', '']:
            raise ValueError('no whole calendar')
        if any(len(line.encode()) > 75 for line in lines):
            raise ValueError('a line of more than 75 octets')
        if any('\n' in line for line in lines):
            raise ValueError('a bare line feed')
    elif kind == '.xlsx':
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                if name.endswith(('.xml', '.rels')):
                    xml.dom.minidom.parseString(book.read(name))
    else:
        return
    counts[kind] = counts.get(kind, 0) + 1


site = Path(sys.argv[1])
for path in sorted(site.rglob('*')):
    if path.is_file():
        try:
            read(path)
        except Exception as error:  # whatever a parser says
            faults.append(f'{path.relative_to(site)}: {error}')
print(json.dumps({'read': counts, 'faults': faults}))
sys.exit(1 if faults else 0)
