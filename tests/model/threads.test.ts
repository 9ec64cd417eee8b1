import { describe, expect, it } from 'vitest';
import { replyThreads } from '../../src/model/threads.ts';

const reply = (id: string, date: string, ...relates: string[]) => ({
  id,
  date,
  relates: relates.map((other) => ({ reply: other })),
});

/** The thread of a reply as ids. */
const thread = (replies: Parameters<typeof replyThreads>[0], id: string) =>
  replyThreads(replies)
    .threads.get(id)
    ?.map((member) => member.id);

describe('a thread', () => {
  const first = reply('2031-1', '2031-02-01');
  const second = reply('2031-9', '2031-09-01', '2031-1');
  const result = reply('2032-3', '2032-03-01', '2031-9');
  const other = reply('2031-2', '2031-02-02');

  it.each(['2031-1', '2031-9', '2032-3'])('is the same, in the order of dates, on %s', (id) => {
    expect(thread([result, other, second, first], id)).toEqual(['2031-1', '2031-9', '2032-3']);
  });

  it('is none where nothing is related', () => {
    expect(thread([first, other], '2031-2')).toBeUndefined();
  });

  it('is not repeated where both say so', () => {
    expect(thread([reply('2031-1', '2031-02-01', '2031-9'), second], '2031-1')).toEqual(['2031-1', '2031-9']);
  });

  it('goes by id where dates are the same', () => {
    expect(thread([reply('2031-6', '2031-02-01', '2031-5'), reply('2031-5', '2031-02-01')], '2031-6')).toEqual([
      '2031-5',
      '2031-6',
    ]);
  });
});

describe('a relation', () => {
  it.each([
    ['to a reply that does not exist', '2031-404'],
    ['to itself', '2031-1'],
  ])('%s is broken', (_what, target) => {
    expect(replyThreads([reply('2031-1', '2031-02-01', target)])).toMatchObject({
      broken: [{ id: '2031-1', index: 0, reply: target }],
    });
  });
});
