import { expect, test } from 'vitest';
import { personalFindings } from '../../src/rules/personal.ts';

const CARD = '9205622096439661';

test('a number that passes for a bank card is found in a text, but not as the hash of a paragraph', () => {
  expect(personalFindings(`账号：${CARD}。`, 'zh.mdx').map(({ rule }) => rule)).toEqual(['personal-bank-card']);
  expect(personalFindings(`translation:\n  basedOn:\n    p14: "${CARD}"\n    p15: 5a36\n`, 'en.mdx')).toEqual([]);
  expect(personalFindings(`translation:\n  reviewer: ${CARD}\n`, 'en.mdx')).toHaveLength(1);
});
