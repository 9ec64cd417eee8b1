import { expect, test } from 'vitest';
import { auditShares } from '../../../src/build/audit/parts.ts';

const files = (count: number) => Array.from({ length: count }, (_, number) => `zh/replies/${number}/index.html`);

test('few files are read by one process, whatever is allowed', () => {
  expect(auditShares(files(2_900), 4)).toEqual([files(2_900)]);
  expect(auditShares([], 4)).toEqual([[]]);
});

test.each([
  [3_000, 8, 2],
  [20_000, 2, 2],
  [20_000, 3, 3],
  [20_000, 64, 13],
])('%i files with at most %i processes are divided among %i, each file to one of them', (count, jobs, parts) => {
  const shares = auditShares(files(count), jobs);
  expect(shares.length).toBe(parts);
  expect(shares.flat().sort()).toEqual(files(count).sort());
  const sizes = shares.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(32);
});
