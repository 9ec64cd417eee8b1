import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { personalAudit, personalFacts } from '../../../src/build/audit/personal.ts';
import { readSite } from '../../../src/reading/files.ts';
import { SAMPLE, temporaryRoot } from '../../faults/root.ts';

/** Made-up numbers; they are nobody's. */
const MOBILE = '13800138000';
const CARD = '6222021234567894';

/** The rules of what the audit finds on a page of a site whose content holds other files too. */
function found(page: string, files: Readonly<Record<string, string>> = {}): string[] {
  using site = temporaryRoot(SAMPLE);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site.root, name)), { recursive: true });
    writeFileSync(join(site.root, name), text);
  }
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
