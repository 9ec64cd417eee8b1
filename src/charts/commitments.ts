import { chartWords } from '../language/messages/charts.ts';
import type { CommitmentStatus, ProgressStatus } from '../model/commitment.ts';
import type { Locale } from '../model/locale.ts';
import { yearsOf, yearTicks } from './axes.ts';
import { LEAST_TEXT, type PlacedText, round, type Scene, type SeriesLook, type Shape, type TextRole } from './scene.ts';
import { LINE_HEIGHT, placeText, textWidth } from './text.ts';

/** What is said of a commitment: what was published last, or what follows from its own words. */
export type CommitmentSign = CommitmentStatus['kind'] | ProgressStatus;

/** Signs differ in shape, so that they are distinct in one colour too: filled is settled, hollow is open. */
const SIGNS: Readonly<Record<CommitmentSign, { look: SeriesLook; tone: 1 | 2; hollow: boolean }>> = {
  result: { look: 1, tone: 1, hollow: false },
  kept: { look: 1, tone: 1, hollow: false },
  partly: { look: 4, tone: 1, hollow: false },
  'under-way': { look: 4, tone: 1, hollow: true },
  changed: { look: 2, tone: 1, hollow: true },
  'not-kept': { look: 2, tone: 2, hollow: false },
  due: { look: 3, tone: 2, hollow: false },
  'not-due': { look: 1, tone: 1, hollow: true },
  'no-measure': { look: 3, tone: 1, hollow: true },
  'no-date': { look: 2, tone: 2, hollow: true },
};

const SIZE = 16;
const RADIUS = 5;

function signAt(sign: CommitmentSign, x: number, y: number): Shape {
  const { look, tone, hollow } = SIGNS[sign];
  return { type: 'dot', paint: { kind: 'actual', tone }, x: round(x), y: round(y), radius: RADIUS, hollow, look };
}

/** The sign of a status, in a box of 16 CSS pixels. */
export function placeSign(sign: CommitmentSign): Scene {
  return { width: SIZE, height: SIZE, shapes: [signAt(sign, SIZE / 2, SIZE / 2)] };
}

/** The years that the tracks of a list of commitments share: from the first reply to the last day due, today included. */
interface TrackSpan {
  readonly first: number;
  readonly last: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The span of commitments with a day due; days are `YYYY-MM-DD`. */
export function trackSpan(items: readonly { readonly from: string; readonly due: string }[], today: string): TrackSpan {
  const points = [today, ...items.flatMap(({ from, due }) => [from, due])].map((day) => yearsOf(day, 'start'));
  return { first: Math.floor(Math.min(...points)), last: Math.ceil(Math.max(...points) + 0.01), today };
}

const TRACK = { width: 240, height: 28 } as const;
const EDGE = RADIUS * 1.5;

const placeIn = ({ first, last }: TrackSpan, years: number): number =>
  round(EDGE + ((years - first) / Math.max(1, last - first)) * (TRACK.width - 2 * EDGE));

/** The years above the tracks of a list, with a label for the vertical line of today. */
export function placeTrackHead(span: TrackSpan, locale: Locale): Scene {
  const { today } = chartWords[locale];
  const size = LEAST_TEXT;
  const lineHeight = size * LINE_HEIGHT;
  const clamped = (text: string, x: number, top: number, role: TextRole): PlacedText => {
    const half = textWidth(text, size, role) / 2;
    const middle = Math.min(Math.max(x, half), TRACK.width - half);
    return placeText(role, [text], size, { x: middle, top, anchor: 'middle' });
  };
  const years = yearTicks(span.first, span.last - 1, Math.floor(TRACK.width / 52));
  return {
    width: TRACK.width,
    height: round(2 * lineHeight),
    shapes: [
      clamped(today, placeIn(span, yearsOf(span.today, 'start')), 0, 'value'),
      ...years.map((year) => clamped(String(year), placeIn(span, year + 0.5), lineHeight, 'note')),
    ],
  };
}

/** A commitment on the scale of years that its list shares: a line from the day of the reply to the day due, the sign at its end. */
export function placeTrack(
  { from, due, sign }: { readonly from: string; readonly due: string; readonly sign: CommitmentSign },
  span: TrackSpan,
): Scene {
  const { width, height } = TRACK;
  const { first, last, today } = span;
  const at = (years: number) => placeIn(span, years);
  const middle = height / 2;
  const upright = (role: 'grid' | 'today', x: number): Shape => ({
    type: 'line',
    role,
    x1: x,
    y1: 0,
    x2: x,
    y2: height,
  });
  const years = Array.from({ length: last - first + 1 }, (_, index) => upright('grid', at(first + index)));
  const [start, end] = [at(yearsOf(from, 'start')), at(yearsOf(due, 'end'))];
  return {
    width,
    height,
    shapes: [
      ...years,
      upright('today', at(yearsOf(today, 'start'))),
      { type: 'line', role: 'axis', x1: start, y1: middle, x2: end, y2: middle },
      signAt(sign, end, middle),
    ],
  };
}
