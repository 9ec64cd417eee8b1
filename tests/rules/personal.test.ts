import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stableId } from '../../src/formats/feed/entries.ts';
import * as personal from '../../src/rules/personal/index.ts';
import { isSocialCreditCode } from '../../src/rules/personal/numbers.ts';

import { PERSONAL_CASES } from './personal-cases.ts';
import { OFFICIAL_WRITINGS, UNUSUAL_WRITINGS } from './personal-writings.ts';

const { personalFindings, personalMatches, withoutOfficeMail } = personal;

/** Numbers that pass for private data and are nobody's. */
const CARD = '9205622096439661';
const MOBILE = '13800138000';

const rulesOf = (text: string, file: string) => personalFindings(text, file).map(({ rule }) => rule);

describe('private data is found where people write', () => {
  test.each([
    ['a text', `账号：${CARD}。`, 'content/replies/2024-7/zh.mdx', 'personal-bank-card'],
    ['a field', `translation:\n  reviewer: ${CARD}\n`, 'content/replies/2024-7/en.mdx', 'personal-bank-card'],
    ['a label of a dataset', `{"title":{"zh":"电话${MOBILE}"}}`, 'data/wells.json', 'personal-mobile'],
    ['a JSON file that is no dataset', `{"number":"${MOBILE}"}`, 'public/offices.json', 'personal-mobile'],
    ['a former text', `{"blocks":[{"text":"电话${MOBILE}"}]}`, 'data/published/replies/2024-7.json', 'personal-mobile'],
    ['full width', '电话：１３８００１３８０００', 'content/replies/2024-7/zh.mdx', 'personal-mobile'],
    ['groups', '电话：138-0013-8000', 'content/replies/2024-7/zh.mdx', 'personal-mobile'],
  ])('%s', (_, text, file, rule) => expect(rulesOf(text, file)).toEqual([rule]));
});

describe('numbers that programs write, and quantities, are none', () => {
  test.each([
    [
      'the hash of a paragraph',
      `translation:\n  basedOn:\n    p14: "${CARD}"\n    p15: 5a36\n`,
      'content/replies/2024-7/en.mdx',
    ],
    ['a value of a dataset', `{"value": "${MOBILE}","stated":{"number":"${MOBILE}"}}`, 'data/wells.json'],
    ['a value in its record', `{"value": "${MOBILE}"}`, 'data/published/datasets/wells/1.0.0.json'],
    ['an address that was published', `{"addresses":["files/${MOBILE}.pdf"]}`, 'data/published/addresses.json'],
    ['the code of a company', '统一社会信用代码：911304003254760072', 'content/replies/2024-7/zh.mdx'],
    ['a UUID in capitals', 'xmp.did:62220212-3456-7894-8A3B-0123456789AB', 'public/map.txt'],
  ])('%s', (_, text, file) => expect(rulesOf(text, file)).toEqual([]));

  test('the id of a feed’s entry, of which some hold a group of digits that does', () => {
    const id = stableId('某局', 'p3734');
    expect(id).toBe('urn:uuid:88a5ec43-c498-519d-9146-621597043065');
    expect(personalMatches('9146-621597043065')).toHaveLength(1);
    expect(personalMatches(id)).toEqual([]);
  });
});

test('the code of a company is told by its check character (GB 32100-2015)', () => {
  expect(isSocialCreditCode('91350100M000100Y43')).toBe(true);
  expect(isSocialCreditCode('91350100M000100Y44')).toBe(false);
  expect(isSocialCreditCode('6222021234567894')).toBe(false);
});

const kinds = (text: string) => [...new Set(personalMatches(text).map(({ rule }) => rule.id))];

describe.each(PERSONAL_CASES)('$rule', ({ rule, found, silent }) => {
  test.each(found)('is found in %j, alone and in a sentence', (text) => {
    expect(kinds(text)).toEqual([rule]);
    expect(kinds(`经核实，${text}，已办结。`)).toContain(rule);
  });

  test.each(silent)('is not seen in %j', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('stands where it says', () => {
    for (const text of found)
      for (const { index, written } of personalMatches(`前文${text}后文`))
        expect(`前文${text}后文`.slice(index, index + written.length)).toBe(written);
  });
});

describe.each(Object.entries(UNUSUAL_WRITINGS))('%s in unusual writings', (rule, writings) => {
  test.each(writings)('%j', (text) => {
    expect(kinds(text)).toEqual([rule]);
    expect(kinds(`经核实，${text}，已办结。`)).toContain(rule);
  });
});

test.each(OFFICIAL_WRITINGS)('nothing private is in what official texts write: %j', (text) => {
  expect(kinds(text)).toEqual([]);
  expect(kinds(`经查，${text}。`)).toEqual([]);
});

test('every kind has cases', () => {
  const rules = Object.values(personal).flatMap((value) =>
    typeof value === 'object' && 'why' in value ? [value.id] : [],
  );
  expect(PERSONAL_CASES.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted());
});

describe('a mailbox of the office at a public provider', () => {
  const findings = personalFindings('邮箱：Qingxi.Water(at)163.com', 'content/site.yaml');
  test('is private until the site lists it', () => {
    expect(withoutOfficeMail(findings).map(({ rule }) => rule)).toEqual(['personal-mail']);
    expect(withoutOfficeMail(findings, ['other@163.com'])).toHaveLength(1);
    expect(withoutOfficeMail(findings, ['qingxi.water@163.com'])).toEqual([]);
  });
  test('is in nothing that is shown', () => {
    expect(JSON.stringify(withoutOfficeMail(findings)).toLowerCase()).not.toContain('qingxi.water');
  });
});

/** Laws and regulations, one a line: real texts to be silent about. */
const LEGAL = process.env.DAFU_LEGAL_TEXTS ?? join(import.meta.dirname, '../../../shared/texts/legal.ndjson');

test('no law and no regulation holds private data', ({ skip }) => {
  if (!existsSync(LEGAL)) skip(`there are no texts at ${LEGAL}: DAFU_LEGAL_TEXTS names them`);
  for (const line of readFileSync(LEGAL, 'utf8').trim().split('\n')) {
    const { title, paragraphs }: { title: string; paragraphs: string[] } = JSON.parse(line);
    expect(kinds([title, ...paragraphs].join('\n\n')), title).toEqual([]);
  }
});
