import type { Element } from 'hast';
import { chartWords } from '../language/messages/charts.ts';
import type { Dataset, Panel } from '../model/dataset.ts';
import { KINDS } from '../model/dataset.ts';
import { inBrackets, type Locale } from '../model/locale.ts';
import { currentObservations, hasValue, isPaired, type Mark, panelMarks } from './marks.ts';
import { chartKind } from './registry.ts';
import type { MarkPaint, Scene } from './scene.ts';
import { renderScene } from './svg.ts';

/** One entry of a chart's key: a swatch and what it stands for. */
export interface KeyEntry {
  readonly swatch: Element;
  /** The same before it is painted. */
  readonly scene: Scene;
  readonly label: string;
}

const SWATCH = { width: 26, height: 16 } as const;

/** A mark as its kind of chart draws it: a bar, unless the kind has a swatch of its own. */
function swatchScene(paint: MarkPaint, kind: string): Scene {
  const own = chartKind(kind).swatch?.(paint);
  return {
    ...SWATCH,
    shapes: [own ?? { type: 'mark', paint, along: 'x', box: { x: 0, y: 1, width: 26, height: 14 } }],
  };
}

/**
 * What a reader needs to tell the marks of a panel apart: the kinds of values in it (solid, hatched, dotted, diamond)
 * and, where columns of several series are side by side, the series.
 */
export function panelKey(
  dataset: Dataset,
  panel: Panel,
  { locale, idPrefix }: { locale: Locale; idPrefix: string },
): KeyEntry[] {
  const marks = panelMarks(dataset, panel, { locale }).filter(hasValue);
  const pairs = new Map<string, KeyEntry>();
  const bySeries = chartKind(panel.kind).keyBySeries === true && new Set(marks.map((mark) => mark.series)).size > 1;
  // A plan and its results are distinguished by their names, where that is enough.
  const distinct = (of: (mark: Mark) => string) => new Set(marks.map(of)).size;
  const named =
    isPaired(panel, currentObservations(dataset)) && distinct(({ label }) => label) === distinct(({ kind }) => kind);
  const kinds = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  for (const kind of kinds)
    for (const mark of marks.filter((candidate) => candidate.kind === kind)) {
      const tone = bySeries ? mark.tone : 1;
      const id = `${idPrefix}-key-${kind}${bySeries ? `-${mark.series}` : ''}`;
      if (pairs.has(id)) continue;
      const scene = swatchScene({ kind, tone }, panel.kind);
      const name = chartWords[locale].kindNames[kind];
      pairs.set(id, {
        scene,
        swatch: renderScene(scene, { idPrefix: id }),
        label: bySeries ? mark.label + (named ? '' : inBrackets(name.toLowerCase(), locale)) : name,
      });
    }
  return [...pairs.values()];
}

/** Whether a panel needs a key: where marks differ, or are anything but plain actual values. */
export function needsKey(panel: Panel, dataset: Dataset, entries: readonly KeyEntry[]): boolean {
  const other = dataset.observations.some(({ series, kind }) => panel.series.includes(series) && kind !== 'actual');
  if (chartKind(panel.kind).keyNever === true) return false;
  return entries.length > 1 || chartKind(panel.kind).keyAlways === true || other;
}
