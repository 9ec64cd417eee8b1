import { describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../src/errors.ts';
import { isShownByContent } from '../../src/rule.ts';
import { CHECKS, RAISED_WHILE_READING, RULES } from '../../src/rules/index.ts';
import { checkWholeSample, withExample } from './sample.ts';

const idsOf = (finds: readonly { readonly id: string }[]) => finds.map(({ id }) => id);

/** What each registered check found in the bad examples of all rules; a check that never ran is absent. */
async function foundByCheck(): Promise<ReadonlyMap<number, readonly Finding[]>> {
  const found = new Map<number, readonly Finding[]>();
  for (const [index, { check }] of CHECKS.entries()) {
    const run: (...of: never[]) => readonly Finding[] = check.run;
    vi.spyOn(check, 'run').mockImplementation((...of: unknown[]) => {
      const own = run(...(of as never[]));
      found.set(index, [...(found.get(index) ?? []), ...own]);
      return own;
    });
  }
  for (const { examples } of RULES) if (isShownByContent(examples)) await checkWholeSample(withExample(examples.bad));
  vi.restoreAllMocks();
  return found;
}

describe('the check of a rule', () => {
  it('is registered: in the rule’s object, in a pass with others, or said to be a reader’s', () => {
    const known = new Set([...CHECKS, ...RAISED_WHILE_READING].flatMap(({ finds }) => idsOf(finds)));
    expect(idsOf(RULES).filter((id) => !known.has(id))).toEqual([]);
  });

  it('finds registered rules only, and says why where it is for several', () => {
    const rules = new Set(idsOf(RULES));
    const passes = [...CHECKS, ...RAISED_WHILE_READING];
    expect(passes.flatMap(({ finds }) => idsOf(finds)).filter((id) => !rules.has(id))).toEqual([]);
    for (const { because } of RAISED_WHILE_READING) expect(because).toMatch(/\w{3}/);
  });

  it('is run, and raises what it says that it finds and nothing else', async () => {
    const found = await foundByCheck();
    expect(CHECKS.flatMap(({ finds }, index) => (found.has(index) ? [] : [idsOf(finds)]))).toEqual([]);
    for (const [index, { finds }] of CHECKS.entries()) {
      const raised = new Set((found.get(index) ?? []).map(({ rule }) => rule as string));
      expect([...raised].filter((id) => !idsOf(finds).includes(id))).toEqual([]);
    }
    // Each rule that content shows is found by its own check or pass, or by what reads.
    const byChecks = new Set([...found.values()].flat().map(({ rule }) => rule as string));
    const byReaders = new Set(RAISED_WHILE_READING.flatMap(({ finds }) => idsOf(finds)));
    const shown = RULES.filter(({ examples }) => isShownByContent(examples));
    expect(idsOf(shown).filter((id) => !byChecks.has(id) && !byReaders.has(id))).toEqual([]);
  });
});
