import type { ChartKind } from './kind.ts';
import { bars } from './kinds/bars.ts';
import { columns } from './kinds/columns.ts';
import { dotGrid } from './kinds/dot-grid.ts';
import { line } from './kinds/line.ts';
import { outcomes } from './kinds/outcomes.ts';
import { periodTotal } from './kinds/period-total.ts';
import { progress } from './kinds/progress.ts';
import { revisions } from './kinds/revisions.ts';
import { steps } from './kinds/steps.ts';
import { targets } from './kinds/targets.ts';
import { timeline } from './kinds/timeline.ts';

/** Every kind of chart, by the name that `panels[].kind` of a dataset gives. */
export const CHART_KINDS = {
  bars,
  columns,
  line,
  'period-total': periodTotal,
  targets,
  'dot-grid': dotGrid,
  timeline,
  progress,
  revisions,
  steps,
  outcomes,
} as const satisfies Readonly<Record<string, ChartKind>>;

export type ChartKindName = keyof typeof CHART_KINDS;

/** The names of all kinds of chart, in the order of the registry. */
export const CHART_KIND_NAMES = Object.keys(CHART_KINDS) as readonly ChartKindName[];

/** Whether there is a kind of chart with this name. */
export function isChartKind(name: string): name is ChartKindName {
  return Object.hasOwn(CHART_KINDS, name);
}

/** The kind of chart with this name. Throws an Error where there is none, which the check reports first. */
export function chartKind(name: string): ChartKind {
  if (!isChartKind(name)) throw new Error(`there is no kind of chart called “${name}”`);
  return CHART_KINDS[name];
}
