import { describe, expect, inject, test } from 'vitest';
import { changedLines, readPins } from '../pins/lists.ts';
import { pinsOfSite } from '../pins/of-site.ts';

/**
 * What is gone breaks somebody's link, feed or program: a decision for CHANGELOG.md, with a redirect, a new version or an
 * old name that still works. What is new is kept from then on. `npm run pins` rewrites the lists.
 */
describe('what readers and machines hold on to of a built site', async () => {
  const now = await pinsOfSite(inject('dist'));
  test('has its lists, and no others', () => {
    expect(Object.keys(readPins('bureau'))).toEqual(Object.keys(now).sort());
  });

  test.each(Object.entries(readPins('bureau')))('%s', (name, pinned) => {
    expect(changedLines(pinned, now[name] ?? [])).toEqual([]);
  });
});
