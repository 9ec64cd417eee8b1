import { SiteError } from '../errors.ts';
import { type BrokenRelation, replyThreads } from '../model/threads.ts';
import { replyFile } from './files.ts';
import type { ReplySummary } from './index.ts';

/** The thread of each reply that is linked to others, oldest first. Throws a SiteError for a link that leads nowhere. */
export function catalogueThreads(replies: readonly ReplySummary[]): Map<string, ReplySummary[]> {
  const linked = replies.map((summary) => ({
    id: summary.id,
    date: summary.record.date,
    relates: summary.record.relates,
    summary,
  }));
  const { threads, broken } = replyThreads(linked);
  if (broken.length > 0) throw new SiteError(broken.map(brokenFinding));
  return new Map([...threads].map(([id, thread]) => [id, thread.map(({ summary }) => summary)]));
}

function brokenFinding({ id, index, reply }: BrokenRelation) {
  return {
    rule: 'relates-unknown',
    severity: 'error' as const,
    place: { file: replyFile(id, 'zh') },
    message: {
      zh: `relates 第${index + 1}条所指的答复“${reply}”${reply === id ? '就是本答复' : '不存在'}`,
      en: `relates[${index}] names reply "${reply}", which ${reply === id ? 'is this one' : 'does not exist'}`,
    },
    hint: {
      zh: '请写另一件答复的文件夹名，如 2025-578',
      en: 'write the folder name of another reply, such as 2025-578',
    },
  };
}
