import { describe, expect, test } from 'vitest';
import { changedLines, readPins } from './lists.ts';
import { pinsOfProgram } from './of-program.ts';

/**
 * What is gone breaks somebody's program or bookmark: a decision for CHANGELOG.md, with a new version or an old name that
 * still works. What is new is kept from then on. `npm run pins` rewrites the lists.
 */
describe('what others hold on to of the program', async () => {
  const now = await pinsOfProgram();
  test('has its lists, and no others', () => {
    expect(Object.keys(readPins('program'))).toEqual(Object.keys(now).sort());
  });

  test.each(Object.entries(readPins('program')))('%s', (name, pinned) => {
    expect(changedLines(pinned, now[name] ?? [])).toEqual([]);
  });
});
