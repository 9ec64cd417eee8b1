import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { rulesMarkdown, rulesText } from '../../src/scaffold/rules.ts';

describe('the list of rules', () => {
  it('is docs/rules.md (if not: npm run --silent dafu -- rules --format markdown > docs/rules.md)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesMarkdown());
  });

  it.each(['zh', 'en'] as const)('says every rule in %s', (locale) => {
    const text = rulesText(undefined, locale) ?? '';
    for (const rule of RULES) {
      expect(text).toContain(`\n${rule.id}  (`.replace(rule === RULES[0] ? '\n' : '', ''));
      expect(text).toContain(rule.why[locale]);
    }
  });

  it('knows no rule that is not there', () => {
    expect(rulesText('no-such-rule', 'zh')).toBeUndefined();
  });
});
