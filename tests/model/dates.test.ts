import { describe, expect, it } from 'vitest';
import { daysInMonth, isCalendarDay, parsePeriod } from '../../src/model/dates.ts';

describe('a calendar day', () => {
  it.each(['2025-05-06', '2024-02-29', '2000-02-29', '1949-10-01'])('%s is one', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });
  it.each([
    '2024-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-5-6',
    '2025/05/06',
    '',
    '2025-05-06T00:00:00Z',
  ])('%s is none', (day) => {
    expect(isCalendarDay(day)).toBe(false);
  });
  it('knows how long months are', () => {
    expect([1, 2, 3, 4, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 29, 31, 30, 31]);
  });
});

describe('a period', () => {
  it.each([
    ['2025', { kind: 'year', year: '2025' }],
    ['2025-05-06', { kind: 'day', day: '2025-05-06' }],
    ['2019/2025-05-06', { kind: 'interval', start: '2019', end: '2025-05-06' }],
    ['../2025-05-06', { kind: 'interval', start: undefined, end: '2025-05-06' }],
  ])('%s is read', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });
  it.each(['25', '2025/..', '2026/2025', '2025/2026/2027', '2025-13', '', '../', '2024-02-30'])(
    '%s is none',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );
});
