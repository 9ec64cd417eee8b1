import { expect, inject, test } from 'vitest';
import { builtPages } from '../dist/site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

test('no page breaks the policy, asks another host or complains in the console', async () => {
  await using shown = await open('');
  const complaints: Record<string, readonly string[]> = {};
  for (const { path } of builtPages()) {
    await shown.page.goto(inject('address') + path);
    const own = shown.complaints.splice(0);
    if (own.length > 0) complaints[path] = own;
  }
  expect(complaints).toEqual({});
});
