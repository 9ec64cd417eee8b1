import { SiteError } from '../errors.ts';
import { brokenRelation, replyThreads } from '../model/threads.ts';
import { replyFile, replyLanguage } from './files.ts';
import type { ReplySummary } from './index.ts';
import { siteRoot } from './root.ts';

/** The thread of each reply that is linked to others, oldest first. Throws a SiteError for a link that leads nowhere. */
export function catalogueThreads(replies: readonly ReplySummary[]): Map<string, ReplySummary[]> {
  const linked = replies.map((summary) => ({
    id: summary.id,
    date: summary.record.date,
    relates: summary.record.relates,
    summary,
  }));
  const { threads, broken } = replyThreads(linked);
  if (broken.length > 0)
    throw new SiteError(
      broken.map((relation) =>
        brokenRelation(relation, { file: replyFile(siteRoot(), relation.id, replyLanguage(siteRoot(), relation.id)) }),
      ),
    );
  return new Map([...threads].map(([id, thread]) => [id, thread.map(({ summary }) => summary)]));
}
