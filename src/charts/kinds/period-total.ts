import { formatMoment } from '../../language/formats.ts';
import { chartWords } from '../../language/messages/charts.ts';
import { parsePeriod } from '../../model/dates.ts';
import type { Locale } from '../../model/locale.ts';
import { type ChartInput, type ChartKind, exampleArea } from '../kind.ts';
import { hasValue, type Mark } from '../marks.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import { placeText, textWidth, wrap } from '../text.ts';

const FIGURE_SIZE = 34;
const BETWEEN = 20;

/**
 * Totals that a source states: each a number, and under it the span that it covers in words. Nothing is drawn for it: a bar alone
 * would read as the whole of something. Where the source states no start, the words say so.
 */
function placePeriodTotals({ marks, frame, locale }: ChartInput): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const shapes: Shape[] = [];
  let y = 0;
  const write = (role: 'label' | 'note' | 'figure', text: string, size: number, of?: string) => {
    const lines = role === 'figure' ? [text] : wrap(text, size, width, 3, role);
    const placed = placeText(role, lines, size, { x: 0, top: y, of });
    shapes.push(placed);
    y += placed.box.height + 2;
  };
  for (const [index, mark] of marks.entries()) {
    if (index > 0) y += BETWEEN;
    if (marks.length > 1 || !hasValue(mark)) write('label', mark.label, textSize);
    if (!hasValue(mark)) {
      write('note', words.noFigure, textSize);
      continue;
    }
    const size = Math.min(FIGURE_SIZE, (FIGURE_SIZE * width) / textWidth(mark.text, FIGURE_SIZE, 'figure'));
    write('figure', mark.text, size, mark.id);
    write('label', spanInWords(mark, locale), textSize, mark.id);
  }
  return { width, height: round(y), shapes };
}

/** The span that a total covers; where only its end is stated, that is said. */
function spanInWords({ period, periodLabel }: Mark, locale: Locale): string {
  const parsed = parsePeriod(period);
  if (parsed?.kind !== 'interval' || parsed.start !== undefined) return periodLabel;
  return chartWords[locale].startNotStated(formatMoment(parsed.end, locale));
}

export const periodTotal: ChartKind = {
  place: placePeriodTotals,
  keyNever: true,
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [exampleArea('total', 'one', '../2002-12-31', '6', { qualifier: 'approx' })],
  },
};
