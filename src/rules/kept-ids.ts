import { keepBlockIds, withIds } from '../model/block-ids.ts';
import type { DocumentFacts, FileReport } from './file-report.ts';

/**
 * The reports with the ids that blocks have on the site: in replies that were published before, those of then. A file
 * looked at by itself cannot know them. A translation has the ids of the Chinese, block by block.
 */
export function withKeptIds(reports: readonly FileReport[]): FileReport[] {
  const published = new Map(
    reports.flatMap(({ facts }) =>
      facts.kind === 'published-reply' ? [[facts.published.id, facts.published.texts.at(-1)?.blocks ?? []]] : [],
    ),
  );
  if (published.size === 0) return [...reports];
  const ids = new Map(
    reports.flatMap(({ facts }) => {
      if (facts.kind !== 'document' || facts.collection !== 'replies' || facts.locale !== 'zh') return [];
      const before = published.get(facts.id);
      return before ? [[facts.id, keepBlockIds(facts.blocks, before)]] : [];
    }),
  );
  return reports.map((report) => {
    const { facts } = report;
    if (facts.kind !== 'document' || facts.collection !== 'replies') return report;
    const kept = ids.get(facts.id);
    return kept === undefined ? report : { ...report, facts: renamed(facts, kept) };
  });
}

function renamed(facts: DocumentFacts, ids: readonly string[]): DocumentFacts {
  const blocks = withIds(facts.blocks, ids);
  return { ...facts, blocks, anchors: blocks.map(({ id }) => id) };
}
