import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replyDocuments } from '../../src/build/search-index/replies.ts';
import { apiReplySchema, type ReplyJson } from '../../src/formats/api/reply.ts';
import { replyMarkdown, replyPlainText } from '../../src/formats/text/reply-text.ts';
import { recordGuide } from '../../src/language/messages/record-guide.ts';
import { REPLY_FIELDS, recordFacts } from '../../src/language/reply-fields.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { handlingSchema, replyRecordSchema } from '../../src/model/reply.ts';
import { fieldTable, guideTable } from '../../src/scaffold/editor-files.ts';
import { reply, site } from '../formats/reply.ts';

const DOCS = join(import.meta.dirname, '../../docs');

/** What front matter may hold besides the facts of the record box, and where a reader sees it. */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  handling: 'by its parts',
  signers: 'at the signature',
  contact: 'at the signature',
  original: 'among the files',
  attachments: 'among the files',
  sourceDate: 'with sourceUrl',
  terms: 'in the interface',
  transcription: 'in a part of its own',
  relates: 'in the thread',
  waivers: 'in what the check says',
  withdrawn: 'before the text',
  corrections: 'before the text',
  masked: 'before the text',
  publishAt: 'nowhere: it decides when all this is shown',
};

/** A reply that states whatever a record can. */
const full: ReplyJson = {
  ...reply,
  indexNumber: 'QX-2031-0012',
  masthead: '青溪县水务局文件',
  published: '2031-04-20',
  sourceUrl: 'https://portal.example/letters/12.html',
  sourceDate: '2031-04-16',
  waited: { days: 5 },
  extent: '部分',
  outcome: 'B',
  handling: {
    lead: ['青溪县水务局'],
    assisting: ['青溪县农业农村局'],
    received: '2031-03-01',
    met: true,
    opinion: '满意',
  },
  answeredDocuments: reply.answeredDocuments.map((document) => ({
    ...document,
    zh: { ...document.zh, proposers: ['高明代表'] },
    ...(document.en === undefined ? {} : { en: { ...document.en, proposers: ['Deputy Gao Ming'] } }),
  })),
};

describe('the fields of a record', () => {
  it('are all that front matter may hold, but for what is shown elsewhere', () => {
    const described = REPLY_FIELDS.map(({ key }) => key);
    const keys = [
      ...Object.keys(replyRecordSchema(USUAL_LANGUAGES).shape),
      ...Object.keys(handlingSchema.shape).map((key) => `handling.${key}`),
    ];
    expect([...described, ...Object.keys(SHOWN_ELSEWHERE)].sort()).toEqual(keys.sort());
  });

  it('have a key in the description of the interface each', () => {
    for (const { json } of REPLY_FIELDS) expect(Object.keys(apiReplySchema(USUAL_LANGUAGES).shape)).toContain(json);
  });

  it('are all told where a record states them, each under a label of its own language', () => {
    for (const locale of site.languages) {
      const facts = recordFacts(full, locale, site);
      expect(facts.map(({ key }) => key).filter((key, index, keys) => keys.indexOf(key) === index)).toEqual(
        REPLY_FIELDS.map(({ key }) => key),
      );
      expect(new Set(facts.map(({ label }) => label)).size).toBe(facts.length);
    }
    expect(recordFacts(full, 'en', site).filter(({ label }) => /\p{Script=Han}/u.test(label))).toEqual([]);
  });

  it('say which words are Chinese to a reader of English, and none to a reader of Chinese', () => {
    const chinese = recordFacts(full, 'en', site).filter((fact) => fact.foreign);
    expect(chinese.map(({ key }) => key)).toEqual(['masthead', 'number', 'handling.assisting']);
    expect(recordFacts(full, 'zh', site).filter((fact) => fact.foreign)).toEqual([]);
  });

  it('are left out where a record does not state them', () => {
    const keys = recordFacts(reply, 'zh', site).map(({ key }) => key);
    expect(keys).toEqual(['topics', 'issuer', 'date', 'title', 'number', 'disclosure', 'answers']);
  });
});

describe.each(site.languages)('the texts of a reply in %s', (locale) => {
  it('state every fact of its page', () => {
    const text = replyPlainText(full, locale, site);
    const markdown = replyMarkdown(full, locale, site).replaceAll('\\', '');
    for (const { label, text: words, href } of recordFacts(full, locale, site)) {
      expect(text).toMatch(new RegExp(`^${label}[：:] ?`, 'm'));
      for (const part of [label, words, href ?? '']) for (const own of [text, markdown]) expect(own).toContain(part);
    }
  });

  it('are found by the facts that are searched', () => {
    const passages = replyDocuments(full, site).find((document) => document.locale === locale)?.passages ?? [];
    const said = passages.map(({ text }) => text);
    const facts = recordFacts(
      full,
      locale,
      site,
      REPLY_FIELDS.filter(({ searched }) => searched),
    );
    // Who signed stands below the letter too, where it is found already.
    for (const { text } of facts) expect(said.filter((one) => one === text)).toEqual([text]);
    expect(facts.length).toBeGreaterThan(8);
  });
});

describe('the documentation', () => {
  it('has the table of fields (if not: npm run schemas)', () => {
    expect(readFileSync(join(DOCS, 'fields.md'), 'utf8')).toContain(`\n\n${fieldTable()}`);
  });

  it('tells who writes records of every key (if not: npm run schemas)', () => {
    const guide = readFileSync(join(DOCS, 'publishing.zh-CN.md'), 'utf8');
    expect(guide).toContain(`\n\n${guideTable()}`);
    for (const language of ['zh', 'en'] as const)
      expect(Object.keys(recordGuide[language]).sort()).toEqual(
        Object.keys(replyRecordSchema(USUAL_LANGUAGES).shape).sort(),
      );
  });
});
