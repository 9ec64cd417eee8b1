import type { FindingLanguage } from '../../errors.ts';
import { formatDay } from '../../language/days.ts';
import { checkWords } from '../../language/messages/check.ts';
import { type Commitment, type DueCommitments, dueCommitments } from '../../model/commitment.ts';
import type { FileReport } from '../../rules/file-report.ts';
import { inspectRoot } from './index.ts';

/** What `check --due` is asked for. */
interface DueRequest {
  readonly root: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly language: FindingLanguage;
  readonly format: 'pretty' | 'json' | 'github';
}

/** Writes which of a root's commitments fall due soon, are overdue, or were silent for a year. Faults of the content are not reported. */
export async function writeDue(request: DueRequest, write: (text: string) => void): Promise<void> {
  const { root, today, language, format } = request;
  const { reports } = await inspectRoot(root, { today });
  const due = dueOf(reports, today);
  write(format === 'json' ? `${JSON.stringify(idsOf(due), null, 2)}\n` : dueText(due, language));
}

/** The commitments of a site that need looking after, from its files as far as they can be read. */
function dueOf(reports: readonly FileReport[], today: string): DueCommitments {
  const commitments = reports.flatMap(({ facts }) =>
    facts.kind === 'commitments' ? (facts.commitments.value.commitments ?? []) : [],
  );
  const datasets = reports.flatMap(({ facts }) =>
    facts.kind === 'dataset' && facts.dataset.whole ? [facts.dataset.value] : [],
  );
  const dates = new Map(
    reports.flatMap(({ facts }) =>
      facts.kind === 'document' && facts.frontMatter?.kind === 'record' && facts.frontMatter.value.date !== undefined
        ? [[facts.id, facts.frontMatter.value.date]]
        : [],
    ),
  );
  return dueCommitments(commitments, datasets, ({ quote }) => dates.get(quote.reply), today);
}

const idsOf = ({ soon, overdue, silent }: DueCommitments) => ({
  soon: soon.map(({ id, due }) => ({ id, due })),
  overdue: overdue.map(({ id, due }) => ({ id, due })),
  silent: silent.map(({ commitment: { id }, since }) => ({ id, since })),
});

function dueText({ soon, overdue, silent }: DueCommitments, language: FindingLanguage): string {
  const words = checkWords[language];
  const line = ({ id, statement }: Commitment, day: string) =>
    `  ${formatDay(day, language)}  ${statement[language]}  (${id})`;
  const dated = (commitments: readonly Commitment[]) =>
    commitments.flatMap((commitment) => (commitment.due === undefined ? [] : [line(commitment, commitment.due)]));
  const groups = [
    { head: words.dueSoon, lines: dated(soon) },
    { head: words.overdue, lines: dated(overdue) },
    { head: words.silent, lines: silent.map(({ commitment, since }) => line(commitment, since)) },
  ].filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return `${words.nothingDue}\n`;
  return `${groups.map(({ head, lines }) => [head, ...lines].join('\n')).join('\n\n')}\n`;
}
