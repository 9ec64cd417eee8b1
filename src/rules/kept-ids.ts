import { keepBlockIds, withIds } from '../model/block.ts';
import { LOCALES } from '../model/locale.ts';
import type { DocumentFacts, FileReport } from './file-report.ts';

/**
 * The reports with the ids that blocks have on the site: in replies that were published before, those of then. A file
 * looked at by itself cannot know them. A translation has the ids of the original, block by block.
 */
export function withKeptIds(reports: readonly FileReport[]): FileReport[] {
  const published = new Map(
    reports.flatMap(({ facts }) =>
      facts.kind === 'published-reply' ? [[facts.published.id, facts.published.texts.at(-1)?.blocks ?? []]] : [],
    ),
  );
  if (published.size === 0) return [...reports];
  const originals = new Map<string, DocumentFacts>();
  for (const { facts } of reports) {
    if (facts.kind !== 'document' || facts.collection !== 'replies') continue;
    const known = originals.get(facts.id);
    if (known === undefined || rank(facts) < rank(known)) originals.set(facts.id, facts);
  }
  const ids = new Map(
    [...originals].flatMap(([id, facts]) => {
      const before = published.get(id);
      return before ? [[id, keepBlockIds(facts.blocks, before)]] : [];
    }),
  );
  return reports.map((report) => {
    const { facts } = report;
    if (facts.kind !== 'document' || facts.collection !== 'replies') return report;
    const kept = ids.get(facts.id);
    return kept === undefined ? report : { ...report, facts: renamed(facts, kept) };
  });
}

/** How likely a text is the original of its reply: its record says so; where it cannot be read, the order of languages. */
const rank = ({ frontMatter, locale }: DocumentFacts): number =>
  (frontMatter?.kind === 'record' ? 0 : 1) * LOCALES.length + LOCALES.indexOf(locale);

function renamed(facts: DocumentFacts, ids: readonly string[]): DocumentFacts {
  const blocks = withIds(facts.blocks, ids);
  return { ...facts, blocks, anchors: blocks.map(({ id }) => id) };
}
