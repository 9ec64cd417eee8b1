import type { Element } from 'hast';
import { type Dataset, isPlanned, type Observation, type Panel } from '../model/dataset.ts';
import { parsePeriod } from '../model/dates.ts';
import { type Locale, languageOf, originalWords } from '../model/locale.ts';
import { convert } from '../model/units.ts';
import { type ChartInput, sharedUnitLength } from './kind.ts';
import { chosenVariant, currentObservations, type Mark, type MarkOptions, panelMarks } from './marks.ts';
import { chartKind } from './registry.ts';
import { FRAMES, type Frame, LAYOUTS, type Layout, type PlacedText, placedTexts, type Scene } from './scene.ts';
import { renderScene, type SvgOptions } from './svg.ts';

/** How a panel is laid out. */
export interface PanelOptions extends MarkOptions {
  readonly layout: Layout;
  /** The frame of the panel; the layout's own where absent. */
  readonly frame?: Frame;
  /**
   * The length of one of the dataset's own unit in CSS pixels, where several figures share a scale; the figure's own
   * where absent.
   */
  readonly unitLength?: number | undefined;
}

/** How a panel is laid out and painted. */
export interface DrawOptions extends PanelOptions, SvgOptions {}

/** A panel as SVG, with its size in CSS pixels. */
export interface DrawnPanel {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
  /** Every text with the box that it stays in. */
  readonly labels: readonly PlacedText[];
}

/** Places one panel of a dataset: numbers only, in CSS pixels, on the one scale that all panels of the figure share. */
export function placePanel(dataset: Dataset, panel: Panel, options: PanelOptions): Scene {
  const unitLength =
    options.unitLength === undefined
      ? figureUnitLength(dataset, options, panel)
      : options.unitLength / shownOfOne(dataset, options);
  return chartKind(panel.kind).place(inputOf(dataset, panel, options, unitLength));
}

/**
 * The length of one unit in CSS pixels in a dataset's figure: what the panel with the least room allows. `undefined`
 * where no panel's lengths show values. `other` is a further panel to count, which need not be the dataset's.
 */
function figureUnitLength(dataset: Dataset, options: PanelOptions, other?: Panel): number | undefined {
  const panels = other && !dataset.panels.includes(other) ? [other] : dataset.panels;
  return sharedUnitLength(
    panels.flatMap((panel) => chartKind(panel.kind).reach?.(inputOf(dataset, panel, options, undefined)) ?? []),
  );
}

/** How many of the unit shown one of the dataset's own unit is: 0.0001 where mu are shown as 万亩. */
function shownOfOne(dataset: Dataset, options: MarkOptions): number {
  const { unit, scale, converted } = chosenVariant(dataset, options);
  const times = converted ? Number(convert('1', dataset.unit, unit, 20) ?? 1) : 1;
  return times / Number(scale);
}

/**
 * One scale for every figure of a list, of datasets with the panels that are drawn, whose values are of one unit (and of one counter, where things are counted): how many CSS pixels
 * one of that unit is long, in each layout, by the dataset's id.
 */
export function sharedUnitLengths(
  datasets: readonly Dataset[],
  locale: Locale,
): ReadonlyMap<string, Partial<Record<Layout, number>>> {
  const thing = ({ unit, counter }: Dataset) => `${unit} ${counter === undefined ? '' : originalWords(counter)}`;
  const least = new Map<string, number>();
  for (const dataset of datasets)
    for (const layout of LAYOUTS) {
      const length = figureUnitLength(dataset, { locale, layout });
      if (length === undefined) continue;
      const key = `${thing(dataset)} ${layout}`;
      least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, length * shownOfOne(dataset, { locale })));
    }
  return new Map(
    datasets.map((dataset) => [
      dataset.id,
      Object.fromEntries(
        LAYOUTS.flatMap((layout) => {
          const length = least.get(`${thing(dataset)} ${layout}`);
          return length === undefined ? [] : [[layout, length]];
        }),
      ),
    ]),
  );
}

function inputOf(dataset: Dataset, panel: Panel, options: PanelOptions, unitLength: number | undefined): ChartInput {
  const { locale, layout, frame = FRAMES[layout] } = options;
  const { word } = chosenVariant(dataset, options);
  const marksOf = (own: Panel): Mark[] =>
    panelMarks(dataset, own, options, { all: chartKind(own.kind).showsSuperseded === true });
  const alike = dataset.panels.includes(panel) ? dataset.panels.filter(({ kind }) => kind === panel.kind) : [panel];
  return {
    marks: marksOf(panel),
    siblings: alike.flatMap(marksOf),
    frame,
    locale,
    scale: { share: dataset.unit === 'percent', suffix: word === '%' ? '%' : '', word, unitLength },
  };
}

/** Draws one panel of a dataset as SVG (a syntax tree: serialise it once, where it is put in a page or a file). */
export function drawPanel(dataset: Dataset, panel: Panel, options: DrawOptions): DrawnPanel {
  const scene = placePanel(dataset, panel, options);
  return {
    svg: renderScene(scene, options),
    width: scene.width,
    height: scene.height,
    labels: placedTexts(scene),
  };
}

/**
 * A dataset with the panels that are drawn: where its author put what was planned in one panel and what came of it in another, by year and
 * in the same kind of chart, both are in one, so that one axis and one scale hold them. Panels that are to stay `apart` do.
 */
export function withJoinedPanels(dataset: Dataset): Dataset {
  const current = currentObservations(dataset);
  const candidates = dataset.panels.filter(
    ({ kind, apart, series }) => !apart && chartKind(kind).joinsPlans === true && series.length === 1,
  );
  const alone = (panels: readonly Panel[]) => (panels.length === 1 ? panels[0] : undefined);
  const done = alone(candidates.filter((panel) => holdsOnly(panel, current, ({ kind }) => kind === 'actual')));
  const planned = alone(candidates.filter((panel) => holdsOnly(panel, current, isPlanned)));
  if (!done || !planned || done.kind !== planned.kind) return dataset;
  const others = dataset.panels.filter((panel) => panel !== done && panel !== planned);
  const joined: Panel = {
    kind: done.kind,
    series: [...done.series, ...planned.series],
    ...(others.length > 0 && done.title && planned.title ? { title: both(done.title, planned.title) } : {}),
  };
  const first = dataset.panels.find((panel) => panel === done || panel === planned);
  return {
    ...dataset,
    panels: dataset.panels.flatMap((panel) => (panel === first ? [joined] : others.includes(panel) ? [panel] : [])),
  };
}

/** Whether a panel has values, all of them by year and as `wanted`. */
function holdsOnly({ series }: Panel, current: readonly Observation[], wanted: (one: Observation) => boolean): boolean {
  const own = current.filter((one) => series.includes(one.series));
  return own.length > 0 && own.every((one) => wanted(one) && parsePeriod(one.period)?.kind === 'year');
}

type Title = NonNullable<Panel['title']>;

/** Two titles in one, in each language that both have. */
function both(one: Title, other: Title): Title {
  const locales = (Object.keys(one) as Locale[]).filter((locale) => other[locale] !== undefined);
  const joined = locales.map((locale) => [locale, one[locale] + languageOf(locale).punctuation.list + other[locale]]);
  return Object.fromEntries(joined) as Title;
}
