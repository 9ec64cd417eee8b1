import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { describe, expect, inject, it } from 'vitest';
import { needsPython, runPython } from '../../outside.ts';
import { builtFiles } from '../site.ts';

const dist = inject('dist');
const CATALOG = join(dist, 'data/catalog.jsonld');
const DCAT = 'http://www.w3.org/ns/dcat#';
const SPDX = 'http://spdx.org/rdf/terms#';

/** A statement, as rdflib read it. */
type Statement = readonly [subject: string, predicate: string, object: string];

const READ = [
  'import json, sys, rdflib',
  'graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")',
  'print(json.dumps([[str(s), str(p), str(o)] for s, p, o in graph]))',
];
const TRIPLES = [
  'import json, sys, rdflib',
  'print(json.dumps(rdflib.Graph().parse(sys.argv[1], format="json-ld").serialize(format="nt")))',
];

/** DCAT-AP 3.0.1's own shapes (tests/dist/fixtures/dcat-ap): what is mandatory, what is recommended, what kind of thing each property names. */
const shapes = (name: string) =>
  new Store(new Parser().parse(readFileSync(join(import.meta.dirname, `../fixtures/dcat-ap/${name}.ttl`), 'utf8')));

/** What some statements break of the shapes: severity, property and constraint, each once. */
async function faults(name: string, triples: string): Promise<string[]> {
  const { results } = await new Validator(shapes(name)).validate(new Store(new Parser().parse(triples)));
  const ending = (term: { readonly value: string } | null | undefined) => term?.value.replace(/^.*[/#]/, '') ?? '';
  const told = results.map(
    ({ severity, path, sourceConstraintComponent }) =>
      `${ending(severity)} ${ending(path as { value: string })} ${ending(sourceConstraintComponent)}`,
  );
  return [...new Set(told)].sort();
}

describe('the catalogue, read by rdflib', () => {
  it('has all that DCAT-AP requires, as its shapes say', async (context) => {
    needsPython(context, 'rdflib');
    const triples = runPython<string>(TRIPLES, [CATALOG]);
    expect(await faults('shapes', triples)).toEqual([]);
    expect(await faults('range', triples)).toEqual([]);
    const poorer = triples.split('\n').filter((line) => !line.includes(`${DCAT}accessURL`));
    expect(await faults('shapes', poorer.join('\n'))).toEqual(['Violation accessURL MinCountConstraintComponent']);
  });

  it('has all that DCAT-AP recommends, but for what neither site nor data state', async (context) => {
    needsPython(context, 'rdflib');
    const unstated = [
      // No terms, no contact, no kind of authority, no subject in the EU's list, no place on a map, no promise how long.
      ...['license', 'contactPoint', 'type', 'theme', 'themeTaxonomy', 'spatial', 'bbox', 'centroid', 'availability'],
      // A dataset without a topic, and one whose source leaves the beginning open.
      ...['keyword', 'startDate'],
    ];
    expect(await faults('shapes_recommended', runPython<string>(TRIPLES, [CATALOG]))).toEqual(
      unstated.map((property) => `Warning ${property} MinCountConstraintComponent`).sort(),
    );
  });

  it('names every file of every dataset, with its size and hash', (context) => {
    needsPython(context, 'rdflib');
    const graph = runPython<Statement[]>(READ, [CATALOG]);
    const objects = (subject: string, property: string) =>
      graph.filter(([s, p]) => s === subject && p === property).map(([, , object]) => object);
    const files = graph
      .filter(([, p]) => p === `${DCAT}downloadURL`)
      .map(([subject, , object]) => ({ subject, object }));
    const published = builtFiles().filter(
      (file) => /^data\/[^/]+\.(?:csv|xlsx|json)$/.test(file) && !file.includes('datapackage'),
    );
    expect(files.map(({ object }) => new URL(object).pathname.slice(1)).sort()).toEqual([...published].sort());
    for (const { subject, object } of files) {
      const bytes = readFileSync(join(dist, new URL(object).pathname));
      const [checksum = ''] = objects(subject, `${SPDX}checksum`);
      expect(objects(subject, `${DCAT}byteSize`)).toEqual([String(bytes.length)]);
      expect(objects(checksum, `${SPDX}checksumValue`)).toEqual([createHash('sha256').update(bytes).digest('hex')]);
    }
  });
});
