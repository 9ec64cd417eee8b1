import { describe, expect, test } from 'vitest';
import { type CommitmentSign, placeSign, placeTrack, placeTrackHead, trackSpan } from '../../src/charts/commitments.ts';
import type { Scene } from '../../src/charts/scene.ts';
import { PROGRESS_STATUSES, STATUSES } from '../../src/model/commitment.ts';
import { colliding, outside } from './placed.ts';

const SIGNS: readonly CommitmentSign[] = [...STATUSES, ...PROGRESS_STATUSES];

/** What is left of a sign in one colour: its shape, and whether it is filled. */
const inOneColour = (sign: CommitmentSign) =>
  placeSign(sign).shapes.map((shape) => (shape.type === 'dot' ? `${shape.look} ${shape.hollow}` : ''))[0];

test('signs of different standing differ without colour: what is open is hollow, what is due is a filled triangle', () => {
  const alike = SIGNS.filter((sign) => inOneColour(sign) === inOneColour('due'));
  expect(alike).toEqual(['due']);
  for (const open of ['not-due', 'under-way', 'no-date', 'no-measure'] as const)
    expect(inOneColour(open)).toContain('true');
  for (const settled of ['result', 'kept', 'not-kept'] as const) expect(inOneColour(settled)).toContain('false');
  expect(inOneColour('kept')).not.toBe(inOneColour('not-kept'));
});

describe('tracks', () => {
  const items = [
    { from: '2030-05-06', due: '2030-12-31', sign: 'result' as const },
    { from: '2030-05-06', due: '2033-12-31', sign: 'not-due' as const },
  ];
  const span = trackSpan(items, '2031-07-01');
  const linesOf = (scene: Scene, role: string) =>
    scene.shapes.flatMap((shape) => (shape.type === 'line' && shape.role === role ? [shape] : []));

  test('share one scale of years: a line is as long as its time', () => {
    const [short, long] = items.map((item) => linesOf(placeTrack(item, span), 'axis')[0]);
    const length = (line: typeof short) => (line?.x2 ?? 0) - (line?.x1 ?? 0);
    expect(length(long) / length(short)).toBeCloseTo(3.65 / 0.65, 0);
    expect(short?.x1).toBe(long?.x1);
  });

  test('have today’s line at one place', () => {
    expect(new Set(items.map((item) => linesOf(placeTrack(item, span), 'today')[0]?.x1)).size).toBe(1);
  });

  test.each(['2029-01-01', '2031-07-01', '2050-01-01'])(
    'have years above them that keep clear of today, %s',
    (today) => {
      const head = placeTrackHead(trackSpan(items, today), 'zh');
      expect([...colliding(head), ...outside(head)]).toEqual([]);
    },
  );
});
