import type { Finding, Place } from '../errors.ts';
import type { DocumentFacts, FileReport } from './file-report.ts';
import { identityFindings, sameNumberFindings } from './identity.ts';
import { type TreeEntry, treeFindings } from './tree.ts';

/** A site as the rules that look at several files see it. */
export interface SiteInput {
  readonly entries: readonly TreeEntry[];
  /** In code-point order of their paths. */
  readonly reports: readonly FileReport[];
  /** The text of a file that was read; the empty text where there is none. */
  readonly textOf: (path: string) => string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A document with its path, as the rules take it. */
export interface SiteDocument {
  readonly path: string;
  readonly facts: DocumentFacts;
  /** The place of a front-matter key; the file's first line where it is absent. */
  readonly keyPlace: (key: string) => Place;
}

/** What is wrong between files: identities, pairs, links, figures. */
export function inspectSite({ entries, reports, textOf, today }: SiteInput): Finding[] {
  const documents = reports.flatMap(({ path, facts }): SiteDocument[] =>
    facts.kind === 'document' ? [{ path, facts, keyPlace: keyPlacer(path, textOf) }] : [],
  );
  return [
    ...treeFindings(entries),
    ...documents.flatMap(({ facts, keyPlace }) => identityFindings(facts, keyPlace, today)),
    ...sameNumberFindings(documents.map(({ path, facts, keyPlace }) => ({ path, facts, place: keyPlace('number') }))),
  ];
}

function keyPlacer(file: string, textOf: (path: string) => string): (key: string) => Place {
  return (key) => {
    const lines = textOf(file).split('\n');
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (at === -1) return { file, line: 1, column: 1 };
    const [head = ''] = /^[^:]*:\s*/.exec(lines[at] ?? '') ?? [];
    return { file, line: at + 1, column: head.length + 1 };
  };
}
