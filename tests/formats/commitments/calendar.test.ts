import { describe, expect, it, test } from 'vitest';
import { commitmentCalendar } from '../../../src/formats/commitments/calendar.ts';
import { needsPython, runPython } from '../../outside.ts';

const quote = { reply: '2030-7', zh: { exact: '修复' } };
const options = {
  name: '承诺',
  locale: 'zh' as const,
  page: 'https://dafu.example/zh/commitments/',
  self: 'https://dafu.example/zh/commitments/calendar.ics',
  today: '2030-01-02',
  title: ({ statement }: { statement: { zh: string } }) => statement.zh,
  told: ({ statement }: { statement: { zh: string } }, { status }: { status: string }) => `${status}：${statement.zh}`,
  url: ({ id }: { id: string }) => `https://dafu.example/zh/commitments/#${id}`,
  uid: ({ id }: { id: string }, ...parts: readonly string[]) => ['urn', id, ...parts].join(':'),
};

test('each commitment with a stated time is a whole day; one without is left out', () => {
  const file = commitmentCalendar(
    [
      { id: 'a', statement: { zh: '修复机井，一；二', en: 'Correct' }, due: '2030-12-31', quote, progress: [] },
      { id: 'b', statement: { zh: '研究', en: 'Study' }, quote, progress: [] },
    ],
    options,
  );
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(file).toContain('DTSTART;VALUE=DATE:20301231\r\n');
  expect(file).toContain('DTSTAMP:20300102T000000Z\r\n');
  expect(file.split('\r\n').slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
});

test('commas and semicolons are escaped, and lines fold at 75 octets without cutting a character', () => {
  const statement = { zh: `a,b;c${'修'.repeat(60)}`, en: 'x' };
  const file = commitmentCalendar([{ id: 'a', statement, due: '2030-12-31', quote, progress: [] }], options);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = file.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`SUMMARY;LANGUAGE=zh-Hans:a\\,b\\;c${'修'.repeat(60)}\r\n`);
});

test('what was published of a commitment stands on its own day, and with the day it is due', () => {
  const entry = { address: 'https://county.example/1', quote: { zh: { exact: '已修复' } } };
  const file = commitmentCalendar(
    [
      {
        id: 'a',
        statement: { zh: '修复机井', en: 'Correct' },
        due: '2030-12-31',
        quote,
        progress: [
          { ...entry, date: '2030-03-01', status: 'under-way' },
          { ...entry, date: '2030-09-01', status: 'kept' },
        ],
      },
    ],
    options,
  );
  const lines = file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => line.replace(';LANGUAGE=zh-Hans', ''))
    .filter((line) => /^(?:UID|DTSTART|SUMMARY|DESCRIPTION)/.test(line));
  expect(lines).toEqual([
    'UID:urn:a',
    'DTSTART;VALUE=DATE:20301231',
    'SUMMARY:修复机井',
    'DESCRIPTION:kept：修复机井',
    'UID:urn:a:progress:2030-03-01:under-way:https://county.example/1',
    'DTSTART;VALUE=DATE:20300301',
    'SUMMARY:under-way：修复机井',
    'UID:urn:a:progress:2030-09-01:kept:https://county.example/1',
    'DTSTART;VALUE=DATE:20300901',
    'SUMMARY:kept：修复机井',
  ]);
});

describe('read by the iCalendar of Python', () => {
  const READ = [
    'import icalendar, json, sys',
    'calendar = icalendar.Calendar.from_ical(sys.argv[1])',
    'events = calendar.walk("VEVENT")',
    'print(json.dumps({"parts": len(calendar.subcomponents), "method": str(calendar["METHOD"]), "daily": str(calendar["REFRESH-INTERVAL"].to_ical().decode()),',
    '    "faults": [str(e) for part in calendar.walk() for e in getattr(part, "errors", [])],',
    '    "events": [[str(e.decoded("DTSTART")), str(e["SUMMARY"]), e["SUMMARY"].params.get("LANGUAGE"), str(e["URL"])] for e in events]}))',
  ];
  const due = {
    id: 'a',
    statement: { zh: '修复机井，一；二\\三', en: 'Correct' },
    due: '2030-12-31',
    quote,
    progress: [],
  };

  it.for([
    [[due], [['2030-12-31', '修复机井，一；二\\三', 'zh-Hans', 'https://dafu.example/zh/commitments/#a']]],
    [[], []],
  ])(
    '%#: it has its days, its words as they are and their language, and is a calendar without any too',
    ([commitments = [], events], context) => {
      needsPython(context, 'icalendar');
      expect(runPython(READ, [commitmentCalendar(commitments as (typeof due)[], options)])).toEqual({
        ...{ parts: 1, method: 'PUBLISH', daily: 'P1D', faults: [], events },
      });
    },
  );
});
