import { chartWords } from '../i18n/charts.ts';
import type { Dataset, Panel } from '../model/dataset.ts';
import { hasValue, type Mark, type MarkOptions, panelMarks } from './marks.ts';

/** A panel's values in one plain sentence, generated from the observations alone: the chart's label for those who do not see it. */
export function describePanel(dataset: Dataset, panel: Panel, options: MarkOptions): string {
  const { locale } = options;
  const words = chartWords[locale];
  const marks = panelMarks(dataset, panel, options);
  if (!marks.some(hasValue)) return words.empty;
  const series = [...new Set(marks.map((mark) => mark.series))];
  const parts = series.map((id) => {
    const own = marks.filter((mark) => mark.series === id);
    const label = own[0]?.label ?? id;
    const values = own.map((mark) => periodValue(mark, words));
    return words.pair(label, words.list(values));
  });
  const sentence = words.join(parts);
  return panel.title ? words.titled(panel.title[locale], sentence) : sentence;
}

function periodValue(mark: Mark, words: (typeof chartWords)['zh']): string {
  if (!hasValue(mark)) return words.noFigure;
  return words.periodValue(mark.periodLabel, words.kindBefore[mark.kind] + mark.text);
}
