import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { needsPython, runPython } from '../../outside.ts';
import { builtFiles } from '../site.ts';

const dist = inject('dist');
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const SPDX = 'http://spdx.org/rdf/terms#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** A statement, as rdflib read it: the datatype or the language of a literal, nothing of an address or a node without one. */
type Statement = readonly [subject: string, predicate: string, object: string, of: string | null];

const READ = [
  'import json, sys, rdflib',
  'graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")',
  'def of(o): return (o.language or str(o.datatype or "")) if isinstance(o, rdflib.Literal) else None',
  'print(json.dumps([[str(s), str(p), str(o), of(o)] for s, p, o in graph]))',
];

/** How often a property must and may stand (DCAT-AP 3.0: mandatory properties, and those recommended that every site can state), and as what. */
interface Property {
  readonly property: string;
  readonly least?: number;
  readonly most?: number;
  /** A datatype, `language` for words in a language, `node` for an address or a node. */
  readonly of: string;
}
const words = (property: string): Property => ({ property, least: 2, most: 2, of: 'language' });
const node = (property: string, most = Number.POSITIVE_INFINITY, least = 1): Property => ({
  property,
  least,
  most,
  of: 'node',
});
const literal = (property: string, datatype: string): Property => ({ property, least: 1, most: 1, of: XSD + datatype });

const CLASSES: Readonly<Record<string, readonly Property[]>> = {
  [`${DCAT}Catalog`]: [
    ...[words(`${DCT}title`), words(`${DCT}description`), node(`${DCT}publisher`, 1), node(`${DCAT}dataset`)],
    ...[
      literal(`${DCT}issued`, 'date'),
      literal(`${DCT}modified`, 'date'),
      node(`${DCT}language`),
      node(`${FOAF}homepage`, 1),
    ],
    ...[node(`${DCAT}service`), node(`${DCT}license`, 0, 0)],
  ],
  [`${DCAT}Dataset`]: [
    ...[words(`${DCT}title`), words(`${DCT}description`), node(`${DCT}publisher`, 1), node(`${DCAT}distribution`)],
    ...[literal(`${DCT}issued`, 'date'), literal(`${DCT}modified`, 'date'), node(`${DCT}language`)],
    ...[node(`${DCT}spatial`, 1), node(`${DCT}temporal`, 1), node(`${DCAT}landingPage`, 1), node(`${DCT}source`)],
    ...[node(`${DCAT}contactPoint`, 0, 0), node(`${DCAT}theme`, 0, 0)],
  ],
  [`${DCAT}Distribution`]: [
    ...[words(`${DCT}title`), node(`${DCAT}accessURL`), node(`${DCAT}downloadURL`, 1), node(`${DCT}format`, 1)],
    ...[node(`${DCAT}mediaType`, 1), literal(`${DCAT}byteSize`, 'nonNegativeInteger'), node(`${SPDX}checksum`, 1)],
    ...[
      literal(`${DCT}issued`, 'date'),
      literal(`${DCT}modified`, 'date'),
      node(`${DCT}language`),
      node(`${DCT}license`, 0, 0),
    ],
  ],
  [`${DCAT}DataService`]: [
    ...[
      words(`${DCT}title`),
      node(`${DCAT}endpointURL`),
      node(`${DCAT}endpointDescription`),
      node(`${DCAT}servesDataset`),
    ],
  ],
  [`${SPDX}Checksum`]: [node(`${SPDX}algorithm`, 1), literal(`${SPDX}checksumValue`, 'hexBinary')],
  [`${FOAF}Agent`]: [words(`${FOAF}name`)],
  [`${DCT}PeriodOfTime`]: [literal(`${DCAT}endDate`, 'date')],
};

/** What the statements about a node of a class break, each as a sentence. */
function faults(graph: readonly Statement[]): string[] {
  const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  return graph
    .filter(([, predicate, type]) => predicate === TYPE && type in CLASSES)
    .flatMap(([subject, , type]) =>
      (CLASSES[type] ?? []).flatMap(({ property, least = 0, most = 1, of }) => {
        const own = graph.filter(([s, p]) => s === subject && p === property);
        const kinds = own.map(([, , , kind]) => (kind === null ? 'node' : kind.startsWith('http') ? kind : 'language'));
        return [
          ...(own.length < least || own.length > most ? [`${type} ${subject} has ${own.length} of ${property}`] : []),
          ...kinds.filter((kind) => kind !== of).map((kind) => `${property} of ${subject} is ${kind}, not ${of}`),
        ];
      }),
    );
}

describe('the catalogue, read by rdflib', () => {
  it('has the properties that DCAT-AP requires, of their kinds, and states no licence, contact or theme that the site does not give', (context) => {
    needsPython(context, 'rdflib');
    const graph = runPython<Statement[]>(READ, [join(dist, 'data/catalog.jsonld')]);
    expect(faults(graph)).toEqual([]);
    const poorer = graph.filter(
      ([, predicate]) => predicate !== `${DCAT}accessURL` && predicate !== `${DCT}description`,
    );
    expect(faults(poorer).length).toBeGreaterThan(10);
  });

  it('names every file of every dataset, with its size and hash', (context) => {
    needsPython(context, 'rdflib');
    const graph = runPython<Statement[]>(READ, [join(dist, 'data/catalog.jsonld')]);
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
