import { describe, expect, it } from 'vitest';
import { key } from '../../src/rule.ts';
import { checkSample, withExample } from './sample.ts';

const checked = (date: string, published: string) =>
  checkSample(withExample([...key(`date: ${date}`), ...key(`published: ${published}`)]));

describe('the working days until publication', () => {
  it.each([
    ['2004-06-01', '2004-07-01'],
    ['2013-12-30', '2014-01-06'],
    ['2024-05-06', '2024-05-20'],
  ])('are counted from %s to %s without a calendar of the site’s own', (date, published) => {
    expect(checked(date, published).uncounted).toEqual({});
  });

  it.each([
    ['1999-06-01', '1999-07-01', { '1999': ['2024-7'] }],
    ['2003-12-30', '2004-01-06', { '2003': ['2024-7'] }],
  ])('from %s to %s are listed as not counted, and nothing is wrong', (date, published, uncounted) => {
    const report = checked(date, published);
    expect(report.uncounted).toEqual(uncounted);
    expect(report.findings.filter(({ rule }) => rule.startsWith('calendar'))).toEqual([]);
  });

  it('are counted by a calendar that the site has', () => {
    const calendar = JSON.stringify({ year: '1999', source: '（示例）', holidays: [], makeUpDays: [] });
    const report = checkSample(
      withExample([
        ...key('date: 1999-06-01'),
        ...key('published: 1999-07-01'),
        { kind: 'file', path: 'data/calendar/1999.json', text: calendar },
      ]),
    );
    expect(report.uncounted).toEqual({});
  });
});
