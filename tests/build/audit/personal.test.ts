import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { personalAudit, personalFacts, suspects } from '../../../src/build/audit/personal.ts';
import { readSite } from '../../../src/reading/files.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';
import { seededRandom } from '../../corpus/random.ts';
import { SAMPLE, temporaryRoot } from '../../faults/root.ts';

/** Made-up numbers; they are nobody's. */
const MOBILE = '13800138000';
const CARD = '6222021234567894';

/** The rules of what the audit finds on a page of a site whose content holds other files too. */
function found(page: string, files: Readonly<Record<string, string>> = {}): string[] {
  using site = temporaryRoot(SAMPLE);
  for (const [name, text] of Object.entries(files)) writeFileAndFolders(join(site.root, name), text);
  const facts = personalFacts('zh/x.json', page, page.replace(/<[^>]*>/g, ''));
  return personalAudit(site.root, readSite(site.root), facts).map(({ rule }) => rule);
}

describe('a number that somebody wrote is found on a page', () => {
  test.each([
    ['as it stands', `电话：${MOBILE}`],
    ['cut in two by mark-up', '电话：138**0013**8000'],
    ['over two lines', '电话：1380013\n8000'],
    ['in full width', '电话：１３８００１３８０００'],
    ['by the number of a character', '电话：&#49;3800138000'],
    ['by the escape of a character', '电话：\\u0031\\x33800138000'],
  ])('%s', (_, text) => {
    expect(found(`<p>${MOBILE}</p>`, { 'public/offices.txt': text })).toEqual(['personal-mobile']);
  });

  test('that mark-up cuts in two there', () => {
    expect(found('<p>138<b>0013</b>8000</p>', { 'public/offices.txt': MOBILE })).toEqual(['personal-mobile']);
  });

  test('a private mail address always is', () => {
    expect(found('someone@qq.com')).toEqual(['personal-mail']);
  });
});

describe('a number that nobody wrote is none', () => {
  test.each([
    ['a hash', `{"hash":"${CARD}"}`],
    ['an id', `urn:x:${CARD}`],
    ['an address', `/search/parts/zh-${CARD}.bin`],
    ['a size', `{"bytes":${MOBILE}}`],
    ['a converted value', `<td>${MOBILE}</td>`],
  ])('%s', (_, page) => expect(found(page)).toEqual([]));

  test('the hash of a paragraph, which the source of a translation holds too', () => {
    const files = { 'content/replies/2024-8/en.mdx': `translation:\n  basedOn:\n    p2: "${CARD}"\n` };
    expect(found(`{"hash":"${CARD}"}`, files)).toEqual([]);
  });

  test('a value of a dataset, in yuan', () => {
    expect(found(`<td>${MOBILE}</td>`, { 'data/funds.json': `{"value": "${MOBILE}"}` })).toEqual([]);
  });
});

/** What is suspect, said plainly: slow, since it looks at every unit. */
const PLAINLY = /(?:[\d０-９][ －-]?){11}|(?<!")[@＠]/g;

const SIGNS = [...'0123456789５９', ' ', '-', '－', 'a', '"', '@', '＠', '。', '\n', '<'];

test('everything that is suspect is found, wherever it stands, and nothing else', () => {
  const random = seededRandom('7', 'suspects');
  for (let sample = 0; sample < 20_000; sample += 1) {
    // Mostly digits, or eleven of them would hardly ever come together.
    const kinds = sample % 2 === 0 ? 15 : SIGNS.length;
    const text = Array.from({ length: random.integer(0, 60) }, () => SIGNS[random.integer(0, kinds - 1)]).join('');
    const found = suspects(text);
    const plainly = [...text.matchAll(PLAINLY)];
    expect(found.length > 0, JSON.stringify(text)).toBe(plainly.length > 0);
    for (const { index, 0: own } of plainly) {
      const last = index + own.replace(/[ －-]$/, '').length;
      expect(
        found.some(({ at, length }) => at <= index && last <= at + length),
        JSON.stringify(text),
      ).toBe(true);
    }
  }
});

describe('private data is found', () => {
  /** A made-up mobile number; it is nobody's. */
  const MOBILE = '13800138000';
  const wide = MOBILE.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  test.each([
    ['alone', MOBILE, 'personal-mobile'],
    ['after words of any length', `${'字'.repeat(23)}${MOBILE}`, 'personal-mobile'],
    ['in groups', '138 0013-8000', 'personal-mobile'],
    ['in full width', wide, 'personal-mobile'],
    ['in full width with a full-width hyphen', '１３８－００１３－８０００', 'personal-mobile'],
    ['an address after a sign in full width', 'someone＠qq．com', 'personal-mail'],
    ['an address', 'someone@qq.com', 'personal-mail'],
    ['an address that begins with a quotation mark', '"someone@qq.com"', 'personal-mail'],
    ['at the end of much else', `${'2024-05-06 '.repeat(500)}字 11010519491231002X`, 'personal-identity-card'],
  ])('%s', (_how, text, rule) => {
    expect(personalFacts('page', text).map((fact) => fact.rule)).toEqual([rule]);
  });
});
