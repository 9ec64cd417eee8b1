import { type Dataset, isPlanned, type Observation, type Panel } from '../model/dataset.ts';
import { parsePeriod } from '../model/dates.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { currentObservations } from './marks.ts';
import { chartKind } from './registry.ts';

/**
 * A dataset with the panels that are drawn: where its author put what was planned in one panel and what came of it in another, by year
 * and in the same kind of chart, both stand in one, so that one axis and one scale hold them. Panels that are to stay `apart` do.
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
