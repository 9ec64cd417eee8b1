import { chartWords } from '../language/messages/charts.ts';
import type { Dataset, Panel } from '../model/dataset.ts';
import { hasValue, type MarkOptions, panelMarks } from './marks.ts';

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
    const valued = own.filter(hasValue);
    const alike = new Set(valued.map((mark) => mark.kind)).size < 2;
    // A kind that all values share is said once; where kinds differ, each value says its own, results too.
    const values = valued.map((mark, index) => {
      const kind = alike ? (index === 0 ? words.kindBefore[mark.kind] : '') : words.kindAmongOthers[mark.kind];
      return words.periodValue(mark.periodLabel, kind + mark.text);
    });
    return words.pair(label, values.length === 0 ? words.noFigure : words.list(values));
  });
  const sentence = words.join(parts);
  return panel.title ? words.titled(panel.title[locale], sentence) : sentence;
}
