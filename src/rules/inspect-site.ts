import type { Finding, Place } from '../errors.ts';
import type { Term } from '../model/glossary.ts';
import type { Locale } from '../model/locale.ts';
import type { DocumentFacts, FileReport } from './file-report.ts';
import { identityFindings, sameNumberFindings } from './identity.ts';
import { missingTwin, type PairMember, twinFindings } from './pairs/index.ts';
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
  const site = reports.flatMap(({ facts }) => (facts.kind === 'site' ? [facts.site] : []))[0];
  const terms = reports.flatMap(({ facts }) => (facts.kind === 'glossary' ? facts.glossary.terms : []));
  const members = documents.map(({ path, facts }): PairMember => ({ path, facts, text: () => textOf(path) }));
  return [
    ...treeFindings(entries),
    ...pairedFindings(members, site?.languages ?? ['zh'], terms),
    ...documents.flatMap(({ facts, keyPlace }) => identityFindings(facts, keyPlace, today)),
    ...sameNumberFindings(documents.map(({ path, facts, keyPlace }) => ({ path, facts, place: keyPlace('number') }))),
  ];
}

function pairedFindings(
  members: readonly PairMember[],
  languages: readonly Locale[],
  terms: readonly Term[],
): Finding[] {
  const byIdentity = new Map<string, Partial<Record<Locale, PairMember>>>();
  for (const member of members) {
    const identity = `${member.facts.collection}/${member.facts.id}`;
    byIdentity.set(identity, { ...byIdentity.get(identity), [member.facts.locale]: member });
  }
  return [...byIdentity.values()].flatMap(({ zh, en }): Finding[] => {
    if (zh && en) return twinFindings(zh, en, terms);
    if (zh) return languages.includes('en') ? [missingTwin(zh, 'en')] : [];
    return en ? [missingTwin(en, 'zh')] : [];
  });
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
