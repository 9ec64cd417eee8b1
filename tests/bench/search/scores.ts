import type { Engine } from './engines.ts';
import type { BenchQuery } from './queries.ts';

/** How an engine did. Shares are per cent, sizes kilobytes, times milliseconds. */
export interface Scores {
  readonly name: string;
  readonly recall: number;
  readonly precision: number;
  readonly exact: number;
  readonly size: number;
  readonly first: number;
  readonly bytes: readonly number[];
  readonly times: readonly number[];
}

const TOP = 10;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The value that a share of the others does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Asks an engine every query and compares what it finds with the truth. */
export async function scoresOf(engine: Engine, queries: readonly BenchQuery[]): Promise<Scores> {
  const rows: { recall: number; precision: number; exact: number; bytes: number; milliseconds: number }[] = [];
  for (const { text, truth } of queries) {
    const { urls, bytes, milliseconds } = await engine.ask(text);
    const top = urls.slice(0, TOP);
    const right = top.filter((url) => truth.has(url)).length;
    rows.push({
      recall: right / Math.min(TOP, truth.size),
      precision: top.length === 0 ? 0 : right / top.length,
      exact: urls.length === truth.size && urls.every((url) => truth.has(url)) ? 1 : 0,
      bytes: bytes / 1024,
      milliseconds,
    });
  }
  return {
    name: engine.name,
    recall: mean(rows.map(({ recall }) => recall)) * 100,
    precision: mean(rows.map(({ precision }) => precision)) * 100,
    exact: mean(rows.map(({ exact }) => exact)) * 100,
    size: engine.size,
    first: engine.first / 1024,
    bytes: rows.map(({ bytes }) => bytes),
    times: rows.map(({ milliseconds }) => milliseconds),
  };
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** The scores of all engines as a Markdown table. */
export function scoreTable(all: readonly Scores[]): string {
  const heads = [
    '',
    'recall@10',
    'precision@10',
    'exact set',
    'index MB',
    'first KB',
    'KB a query: median',
    'p95',
    'ms: median',
    'p95',
  ];
  const rows = all.map(({ name, recall, precision, exact, size, first, bytes, times }) =>
    row([
      name,
      recall.toFixed(1),
      precision.toFixed(1),
      exact.toFixed(1),
      size.toFixed(1),
      Math.round(first),
      Math.round(quantile(bytes, 0.5)),
      Math.round(quantile(bytes, 0.95)),
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
    ]),
  );
  return [row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}
