import { expect, test } from 'vitest';
import { commitmentCalendar } from '../../../src/formats/commitments/calendar.ts';

const quote = { reply: '2030-7', zh: { exact: '修复' } };
const options = {
  name: '承诺',
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
  expect(unfolded).toContain(`SUMMARY:a\\,b\\;c${'修'.repeat(60)}\r\n`);
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
