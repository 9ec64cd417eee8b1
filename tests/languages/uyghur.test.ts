import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSite } from '../../src/build/check/index.ts';
import { exportXliff, importXliff } from '../../src/intake/translate/translate-files.ts';
import { translateReply } from '../../src/intake/translate/translate-reply.ts';
import { lackingIn } from '../../src/language/messages/index.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { facetValuesOf } from '../../src/model/search-facets.ts';
import { readReply, replyIds, siteLanguages } from '../../src/reading/files.ts';
import { indexedPage } from '../../src/search/indexed-page.ts';
import { parseQuery } from '../../src/search/query.ts';
import { phraseTokens } from '../../src/search/tokens.ts';
import { CommandError } from '../../src/terminal/failures.ts';

/** A made-up site in Chinese and Uyghur, without English. */
const SITE = join(import.meta.dirname, 'uyghur');
const TODAY = '2026-01-01';
const UG = 'ug' as Locale;
const UYGHUR = 'content/replies/2025-3/ug.mdx';
const CHINESE = 'content/replies/2025-3/zh.mdx';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-uyghur-'));
  cpSync(SITE, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const change = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
};
const findings = async () =>
  (await checkSite(root, { today: TODAY })).findings.map(({ rule, place }) => `${place.file}:${place.line} ${rule}`);

describe('a site in Chinese and Uyghur', () => {
  it('is in order, and says which replies have no translation and whose figures nobody compares', async () => {
    const report = await checkSite(root, { today: TODAY });
    expect(report.findings).toEqual([]);
    expect(report.untranslated).toEqual(['2025-5']);
    expect(report.uncompared).toEqual(['ug']);
  });

  it('lists the interface words that the file of Uyghur lacks, and none that it has', () => {
    const lacking = lackingIn(UG);
    expect(lacking).toContain('search.tipPhrase');
    expect(lacking).not.toContain('site.home');
    expect(lackingIn('en')).toEqual([]);
  });

  it('has replies whose original is Chinese and whose translation is Uyghur', () => {
    expect(siteLanguages(root)).toEqual(['zh', 'ug']);
    expect(replyIds(root)).toEqual(['2025-3', '2025-5']);
    const { language, original, translations } = readReply(root, '2025-3');
    expect([language, original.frontMatter.number, Object.keys(translations)]).toEqual(['zh', '[2025] 3号', ['ug']]);
  });

  it('is told where a paragraph is missing from the Uyghur', async () => {
    change(UYGHUR, '24 قۇدۇق رېمونت قىلىندى.\n\n', '');
    expect(await findings()).toContainEqual(
      expect.stringMatching(/^content\/replies\/2025-3\/ug\.mdx:\d+ blocks-do-not-pair$/),
    );
  });

  it('is told where the Chinese changed after it was translated', async () => {
    change(CHINESE, '已修复机井24座。', '已修复机井24座，其余在建。');
    expect(await findings()).toContain(`${UYGHUR}:17 translation-out-of-date`);
  });

  it('is told where Chinese was left in the Uyghur, and a term is rendered otherwise', async () => {
    change(UYGHUR, 'قالغان قۇدۇقلارنى رېمونت قىلىش داۋاملىشىدۇ.', '继续修复其余机井。');
    expect(await findings()).toContain(`${UYGHUR}:21 untranslated`);
  });

  it('is told where words are missing in one of its languages, and needs none in English', async () => {
    change('data/wells.json', ', "ug": "دانە"', '');
    expect(await findings()).toContain('data/wells.json:10 missing-key');
  });

  it('gets a draft in Uyghur', () => {
    translateReply({ root, id: '2025-5', method: undefined, accept: false, language: 'zh' });
    const draft = readFileSync(join(root, 'content/replies/2025-5/ug.mdx'), 'utf8');
    expect(draft).toContain('渠道已经清淤。');
    expect(draft).toContain('请把这一行换成维吾尔文译文');
    expect(draft).not.toContain('英文');
  });

  it('goes to translators as Chinese to be put into Uyghur, and comes back', async () => {
    const file = join(root, 'letters.xlf');
    exportXliff({ root, ids: ['2025-5'], file, language: 'en' });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('source-language="zh-Hans" target-language="ug"');
    writeFileSync(file, text.replace(/(<source>渠道已经清淤。<\/source>)/, '$1<target>ئۆستەڭلەر چىپىلدى.</target>'));
    importXliff({ root, file, method: 'human', language: 'en' });
    expect(readFileSync(join(root, 'content/replies/2025-5/ug.mdx'), 'utf8')).toContain('ئۆستەڭلەر چىپىلدى.');
  });

  it('is told where a translation is asked for in a language that it does not have', () => {
    const request = { root, id: '2025-5', method: undefined, accept: false, language: 'en', to: 'en' } as const;
    expect(() => translateReply(request)).toThrow(CommandError);
  });

  it('marks a place that is not disclosed in Uyghur words', async () => {
    change(CHINESE, '继续修复其余机井。', '〔此处不公开：涉及个人信息〕');
    change('data/commitments.json', readFileSync(join(root, 'data/commitments.json'), 'utf8'), '{ "commitments": [] }');
    change(UYGHUR, 'قالغان قۇدۇقلارنى رېمونت قىلىش داۋاملىشىدۇ.', '〔بۇ يەر ئاشكارىلانمايدۇ: شەخسىي ئۇچۇر〕');
    expect((await findings()).filter((found) => found.includes('blocks-do-not-pair'))).toEqual([]);
  });
});

describe('a site whose originals are in Uyghur', () => {
  beforeEach(() => change('content/site.yaml', 'languages: [zh, ug]', 'languages: [ug, zh]'));

  it('takes for the original what a text says of itself', () => {
    const { language, translations } = readReply(root, '2025-3');
    expect([language, Object.keys(translations)]).toEqual(['zh', ['ug']]);
  });

  it('is in order where every reply says so', async () => {
    expect(await findings()).toEqual([]);
  });
});

describe('the search in Uyghur', () => {
  const document: SearchDocument = {
    ...{ id: 'x', kind: 'reply', locale: UG, url: '/ug/replies/x/', number: undefined, date: '2025-03-04' },
    ...{ facets: facetValuesOf({ kind: 'reply' }), figures: [] },
    title: 'جاۋاب',
    passages: [{ anchor: 'p1', text: 'قالغان قۇدۇقلارنى رېمونت قىلىش داۋاملىشىدۇ.' }],
  };
  const text = indexedPage(document).content.replace(/<[^>]*>/g, ' ');
  const isFound = (query: string) => {
    const tokens = phraseTokens(UG, parseQuery(query)?.phrase ?? []);
    return ` ${text} `.includes(` ${tokens.join(' ')} `);
  };

  it.each(['قۇدۇقلارنى', 'قۇدۇق', 'دۇقلار', 'رېمونت قىلىش', 'ق', 'لىش داۋام'])(
    'finds %s, a part of a word too',
    (query) => expect(isFound(query)).toBe(true),
  );

  it.each(['قۇدقلار', 'رېمونتقىلىش', 'قىلىشى', 'چ'])('does not find %s, which is not there', (query) =>
    expect(isFound(query)).toBe(false),
  );
});

describe('a site whose originals are in English', () => {
  it('is in order; a short term is looked for as a word, not inside others', async () => {
    rmSync(root, { recursive: true });
    cpSync(join(import.meta.dirname, 'english'), root, { recursive: true });
    const text = readFileSync(join(root, 'content/glossary.yaml'), 'utf8');
    expect(text).toContain('also: { en: [ha] }');
    expect(readFileSync(join(root, 'content/replies/2025-3/en.mdx'), 'utf8')).toContain('What was asked has been done');
    expect(await findings()).toEqual([]);
    change('content/replies/2025-3/en.mdx', 'What was asked', 'On 3 ha what was asked');
    expect(await findings()).toContain('content/replies/2025-3/zh.mdx:14 glossary-term');
  });
});
