import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isWhole, readablePart, sourcePath } from '../../src/model/readable-part.ts';

const schema = z.strictObject({
  title: z.string(),
  date: z.string().optional(),
  tags: z.array(z.string()).default([]),
  rows: z.array(z.strictObject({ id: z.string(), size: z.number() })).min(1),
});
const ROWS = [{ id: 'a', size: 1 }];

describe('what can be read of a value', () => {
  it.each([
    ['without a fault is everything', { title: 't', rows: ROWS }, { title: 't', tags: [], rows: ROWS }, []],
    ['with an unknown key is the rest', { title: 't', rows: ROWS, x: 1 }, { title: 't', tags: [], rows: ROWS }, []],
    [
      'with an unknown key in a list is the rest of that element',
      { title: 't', rows: [{ id: 'a', size: 1, x: 1 }] },
      { title: 't', tags: [], rows: ROWS },
      [],
    ],
    ['with a missing key is the others', { rows: ROWS }, { tags: [], rows: ROWS }, ['title']],
    ['with a wrong key is the others', { title: 5, rows: ROWS }, { tags: [], rows: ROWS }, ['title']],
    [
      'with a wrong element is the others of its list',
      { title: 't', rows: [{ id: 'b' }, ...ROWS] },
      { title: 't', tags: [], rows: ROWS },
      ['rows'],
    ],
    ['with wrong elements only lacks the list', { title: 't', rows: [{}] }, { title: 't', tags: [] }, ['rows']],
    ['that is none is nothing', 'text', {}, ['title', 'date', 'tags', 'rows']],
    ['that could not be parsed is nothing', undefined, {}, ['title', 'date', 'tags', 'rows']],
  ])('%s', (_, source, value, lost) => {
    const read = readablePart(schema, source);
    expect({ value: read.value, lost: read.whole ? [] : read.lost }).toEqual({ value, lost });
    expect(read.whole).toBe(lost.length === 0);
  });

  it('says where the elements that are left stand in the source', () => {
    const read = readablePart(schema, { title: 't', rows: [{ id: 'b' }, ...ROWS] });
    expect(sourcePath(read, ['rows', 0, 'size'])).toEqual(['rows', 1, 'size']);
    expect(sourcePath(read, ['title'])).toEqual(['title']);
    expect([isWhole(read, 'rows'), isWhole(read, 'title')]).toEqual([false, true]);
  });
});
