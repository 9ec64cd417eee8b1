import type { Run } from './edits.ts';
import type { OutputChange } from './output-files.ts';
import type { Taken } from './process-tree.ts';

/** What one run of one corpus took. */
export interface RunResult extends Taken, OutputChange {
  readonly stages: Readonly<Record<string, { readonly cpu_s: number; readonly wall_s: number }>>;
}

/** What a peer took to build the same replies. */
export interface PeerResult {
  readonly peer: string;
  readonly version: string;
  readonly documents: number;
  readonly cpu_s: number;
  readonly wall_s: number;
  readonly peak_mb: number;
}

/** What the pages of all replies took by themselves: a page for each document that a peer builds. */
export interface PagesResult extends Taken {
  readonly pages: number;
}

/** All runs of one corpus. */
export interface CorpusResult {
  readonly replies: number;
  readonly runs: Readonly<Partial<Record<Run, RunResult>>>;
  /** Measured in the run of the peers. */
  readonly pages?: PagesResult;
  readonly peers?: readonly PeerResult[];
  /** Eleventy with our checks, parsing and rendering inside. */
  readonly withCalls?: PagesResult | undefined;
}

const columns = [
  ['CPU s', 'cpu_s'],
  ['wall s', 'wall_s'],
  ['peak MB', 'peak_mb'],
  ['all MB', 'peak_all_mb'],
  ['files', 'files'],
  ['MB', 'mb'],
  ['written', 'written_files'],
  ['changed', 'changed_files'],
] as const;

/** A figure with its change against an earlier one: `12.3 (−40 %)`. */
function compared(now: number, before: number | undefined): string {
  if (before === undefined || before === 0) return String(now);
  const percent = Math.round((now / before - 1) * 100);
  return `${now} (${percent < 0 ? '−' : '+'}${Math.abs(percent)} %)`;
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A corpus's runs as a Markdown table, beside an earlier measurement where there is one. */
export function resultTable(result: CorpusResult, before?: CorpusResult): string {
  const lines = [
    `${result.replies} replies`,
    '',
    row(['run', ...columns.map(([title]) => title), 'stages, CPU s']),
    row(['---', ...columns.map(() => '---'), '---']),
  ];
  for (const [name, run] of Object.entries(result.runs)) {
    const earlier = Object.entries(before?.runs ?? {}).find(([other]) => other === name)?.[1];
    const stages = Object.entries(run.stages).map(
      ([stage, { cpu_s }]) => `${stage} ${compared(cpu_s, earlier?.stages[stage]?.cpu_s)}`,
    );
    lines.push(row([name, ...columns.map(([, key]) => compared(run[key], earlier?.[key])), stages.join(', ')]));
  }
  const { pages, peers = [], withCalls, runs } = result;
  if (pages !== undefined)
    lines.push(
      '',
      `Pages of replies alone, ${pages.pages}: ${pages.cpu_s} CPU s, ${pages.wall_s} wall s, ${pages.peak_mb} MB`,
    );
  for (const { version, documents, cpu_s, wall_s, peak_mb } of peers) {
    const ratio = pages === undefined ? '' : `; ours take ${(pages.cpu_s / cpu_s).toFixed(2)} times its CPU time`;
    lines.push('', `${version}, ${documents}: ${cpu_s} CPU s, ${wall_s} wall s, ${peak_mb} MB${ratio}`);
  }
  if (pages !== undefined && withCalls !== undefined) {
    const check = runs.full?.stages['check']?.cpu_s ?? 0;
    const ratio = (pages.cpu_s + check) / withCalls.cpu_s;
    lines.push(
      '',
      `Eleventy with our checks, parsing and rendering inside, ${withCalls.pages}: ${withCalls.cpu_s} CPU s, ${withCalls.wall_s} wall s, ${withCalls.peak_mb} MB; our check and pages take ${ratio.toFixed(2)} times its CPU time`,
    );
  }
  return lines.join('\n');
}
