import { describe, expect, it } from 'vitest';
import { isShownByContent } from '../../src/rule.ts';
import { RULES } from '../../src/rules/index.ts';
import { checkWholeSample, rulesIn, sampleSite, withExample } from './sample.ts';

describe('the sample site', () => {
  it('breaks no rule', async () => {
    expect((await checkWholeSample(sampleSite())).findings).toEqual([]);
  });
});

const SHOWN = RULES.flatMap(({ examples, ...rule }) =>
  isShownByContent(examples) ? [[rule.id, { ...rule, ...examples }] as const] : [],
);

describe.each(SHOWN)('%s', (id, { bad, good, severity, why }) => {
  it('finds its bad example', async () => {
    const own = (await checkWholeSample(withExample(bad))).findings.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((finding) => finding.severity === severity)).toBe(true);
  });

  it('says in both languages what is wrong and how to fix it', async () => {
    const [own] = (await checkWholeSample(withExample(bad))).findings.filter(({ rule }) => rule === id);
    for (const words of [why, own?.message, own?.hint]) {
      expect(words?.zh).toMatch(/\p{Script=Han}/u);
      expect(words?.en).toMatch(/[a-z]/);
      expect(words?.en).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('accepts its good example', async () => {
    expect(rulesIn((await checkWholeSample(withExample(good))).findings)).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('names each rule once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });
});
