import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readImageMetadata } from '../../src/attachments/pictures.ts';
import { imageMetadata } from '../../src/build/audit/file-rules.ts';
import { SiteError } from '../../src/errors.ts';
import { readSource } from '../../src/import/read-source.ts';
import { readMarkdown, readPlainText } from '../../src/import/text-source.ts';
import { readChineseQuantities } from '../../src/language/quantities/chinese.ts';
import { compareQuantities } from '../../src/language/quantities/compare.ts';
import { readEnglishQuantities } from '../../src/language/quantities/english.ts';
import { datasetSchema } from '../../src/model/dataset.ts';
import { parseDocumentNumber } from '../../src/model/document-number.ts';
import { readJson } from '../../src/model/json-source.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { replyRecordSchema } from '../../src/model/reply.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { readYaml } from '../../src/model/yaml-source.ts';
import { readEnvelope, readManifest } from '../../src/release/manifest.ts';
import { formatPublicKey, parsePublicKey, secretKeyFrom, verifyBytes } from '../../src/release/minisign.ts';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { personalMatches } from '../../src/rules/personal/index.ts';
import { canonicalNumbers, canonicalQuery, mentionedNumbers, readNumber } from '../../src/search/document-numbers.ts';
import { normalise } from '../../src/search/normalise.ts';
import { parseQuantity } from '../../src/search/quantities.ts';
import { parseQuery } from '../../src/search/query.ts';
import { unitsOf } from '../../src/search/units.ts';
import { readState, writeState } from '../../src/site/scripts/search-address.ts';
import { importMarkdown, importSource, letter } from '../import/letters.ts';
import { docx, paragraph } from '../import/word.ts';
import { brokenBytes, FUZZ_TIMEOUT, hostileText, runs, slipsIn } from './settings.ts';

const SAMPLE = join(import.meta.dirname, '../rules/sample');
const SIGNATURE = join(import.meta.dirname, 'signature.minisig');
const sample = (file: string) => readFileSync(join(SAMPLE, file), 'utf8');
const ZH = 'content/replies/2024-7/zh.mdx';
const EN = 'content/replies/2024-7/en.mdx';
const DATA = 'data/wells.json';

/** Runs a parser that may refuse its input by a SiteError and by nothing else; gives the findings' lines. */
function refusedAt(parse: () => unknown): readonly (number | undefined)[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof SiteError) return error.findings.map(({ place }) => place.line);
    throw error;
  }
}

const unpolluted = () => expect(Object.keys(Object.prototype)).toEqual([]);

describe('front matter', { timeout: FUZZ_TIMEOUT }, () => {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(sample(ZH)) ?? [];

  test('is read, or refused at a line of its own', () => {
    fc.assert(
      fc.property(fc.oneof(slipsIn(frontMatter), hostileText), (text) => {
        const lines = text.split('\n').length;
        for (const line of refusedAt(() =>
          readYaml(text, replyRecordSchema(USUAL_LANGUAGES), { file: 'zh.mdx', linesBefore: 1 }),
        )) {
          if (line === undefined) continue;
          expect(line).toBeGreaterThan(1);
          expect(line).toBeLessThanOrEqual(lines + 2);
        }
        unpolluted();
      }),
      runs(),
    );
  });

  test('is told from the body, and neither loses a character', () => {
    fc.assert(
      fc.property(fc.oneof(slipsIn(sample(ZH)), hostileText), (text) => {
        refusedAt(() => {
          const { body, bodyLine } = splitFrontMatter(text, 'zh.mdx');
          expect(text.endsWith(body)).toBe(true);
          expect(bodyLine).toBeGreaterThan(1);
        });
      }),
      runs(),
    );
  });
});

describe('whole files', { timeout: FUZZ_TIMEOUT }, () => {
  const files = [ZH, EN, DATA, 'content/site.yaml', 'content/glossary.yaml'];

  test.each(files)('%s with slips in it is looked at without a crash', (file) => {
    fc.assert(
      fc.property(slipsIn(sample(file)), (text) => {
        const { findings } = inspectFile(file, new TextEncoder().encode(text));
        for (const { place } of findings) expect(place.file).toBe(file);
        unpolluted();
      }),
      runs(100),
    );
  });

  test.each([
    ...files,
    'public/a.csv',
    'public/a.json',
    'public/a.png',
    'public/a.jpg',
    'public/a.webp',
    'public/a.pdf',
  ])('%s of any bytes is looked at without a crash', (file) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        inspectFile(file, bytes);
      }),
      runs(100),
    );
  });

  test('a dataset is read, or refused by a finding', () => {
    fc.assert(
      fc.property(fc.oneof(slipsIn(sample(DATA)), hostileText), (text) => {
        refusedAt(() => readJson(text, datasetSchema(USUAL_LANGUAGES), DATA));
        unpolluted();
      }),
      runs(),
    );
  });
});

describe('quantities', { timeout: FUZZ_TIMEOUT }, () => {
  test.each([
    ['Chinese', readChineseQuantities],
    ['English', readEnglishQuantities],
  ])('of any %s text lie in the text, apart, with plain decimal values', (_, read) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let last = 0;
        for (const { start, end, value, text: own, kind, firm } of read(text)) {
          // What may be meant by characters that make no numeral stands at their place in each meaning.
          expect(firm === false ? end : start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(own);
          if (!['date', 'year-month', 'month-day', 'document', 'code'].includes(kind))
            expect(value).toMatch(kind === 'fraction' ? /^\d+\/\d+$/ : /^-?\d+(?:\.\d+)?$/);
          last = end;
        }
      }),
      runs(1000),
    );
  });

  test('of any two texts are compared', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (zh, en) => {
        compareQuantities(readChineseQuantities(zh), readEnglishQuantities(en));
      }),
      runs(500),
    );
  });

  test('as they are typed into the search give a value or nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        parseQuantity(text);
      }),
      runs(1000),
    );
  });
});

describe('document numbers', { timeout: FUZZ_TIMEOUT }, () => {
  test('are read from any text or not at all', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        parseDocumentNumber(text);
        readNumber(text);
        mentionedNumbers(text);
      }),
      runs(1000),
    );
  });

  test('as printed are found again however they are typed', () => {
    const brackets = fc.constantFrom(['〔', '〕'], ['[', ']'], ['（', '）'], ['(', ')'], ['【', '】']);
    fc.assert(
      fc.property(
        fc.integer({ min: 1949, max: 2099 }),
        fc.integer({ min: 1, max: 9999 }),
        brackets,
        (year, serial, [left, right]) => {
          const number = parseDocumentNumber(`[${year}] ${serial}号`);
          if (number === undefined) throw new Error('not a number');
          const typed = canonicalQuery(`${left}${year}${right}${serial}号`);
          expect(canonicalNumbers(number)).toContain(typed);
        },
      ),
      runs(300),
    );
  });
});

describe('queries', { timeout: FUZZ_TIMEOUT }, () => {
  test('normalising twice changes nothing more, and every place maps into the original', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { text: once } = normalise(text);
        expect(normalise(once).text).toBe(once);
        for (const { start, end } of unitsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      runs(1000),
    );
  });

  test('of any text are planned, or are none', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        parseQuery(text);
      }),
      runs(1000),
    );
  });

  test('in an address come back as they were', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const state = readState(`?q=${encodeURIComponent(text.toWellFormed())}`);
        // White space alone is no query, and is not written.
        if (state.text.trim() !== '') expect(readState(writeState(state))).toEqual(state);
        readState(text);
        readState(`?${text}`);
      }),
      runs(500),
    );
  });

  test('private data is looked for in any text without a crash', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { index } of personalMatches(text)) expect(index).toBeLessThan(text.length);
      }),
      runs(1000),
    );
  });
});

describe('the importer', { timeout: FUZZ_TIMEOUT }, () => {
  test.each([
    ['plain text', (text: string) => importSource(readPlainText(letter(text)))],
    ['Markdown', (text: string) => importMarkdown(letter(text))],
    ['a whole file of text', (text: string) => importSource(readPlainText(text))],
    ['a whole file of Markdown', (text: string) => importSource(readMarkdown(text, 'letter.md'))],
  ])('takes %s, or refuses it by findings', (_, take) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        refusedAt(() => take(text));
      }),
      runs(200),
    );
  });

  test('takes Word documents that are damaged, or refuses them by findings', async () => {
    const whole = docx(
      ['样例市虚构事务局', '样事函〔2031〕7号', '尊敬的某某代表：', '已办。'].map((text) => paragraph(text)).join(''),
    );
    await fc.assert(
      fc.asyncProperty(brokenBytes(whole), async (bytes) => {
        try {
          await readSource(bytes, 'letter.docx');
        } catch (error) {
          if (!(error instanceof SiteError)) throw error;
        }
      }),
      runs(150),
    );
  });
});

describe('what comes from elsewhere', { timeout: FUZZ_TIMEOUT }, () => {
  const pictures = fc.constantFrom(
    Uint8Array.from(Buffer.from('ffd8ffe1001e45786966000049492a000800000001002588040001000000000000000000ffd9', 'hex')),
    Uint8Array.from(
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000474455874', 'hex'),
    ),
    Uint8Array.from(Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex')),
  );

  test('pictures are looked into without a crash', () => {
    fc.assert(
      fc.property(
        pictures.chain((picture) => brokenBytes(picture)),
        (bytes) => {
          readImageMetadata(bytes);
          imageMetadata('a.png', Buffer.from(bytes));
        },
      ),
      runs(1000),
    );
  });

  test('no changed signature is good', () => {
    const key = secretKeyFrom(Buffer.alloc(32, 1), Buffer.alloc(8, 2));
    const signature = readFileSync(SIGNATURE, 'utf8');
    const bytes = Buffer.from('a');
    const publicKey = parsePublicKey(formatPublicKey(key));
    expect(verifyBytes(bytes, signature, publicKey)).toBe('a comment');
    fc.assert(
      fc.property(slipsIn(signature), (changed) => {
        const comment = verifyBytes(bytes, changed, publicKey);
        // Only the first line, which nobody signs, may differ.
        if (comment !== undefined) expect(comment).toBe('a comment');
      }),
      runs(300),
    );
  });

  const work = mkdtempSync(join(tmpdir(), 'dafu-records-'));
  afterAll(() => rmSync(work, { recursive: true }));
  const RECORDS = [
    ['manifest.json', readManifest],
    ['manifest.envelope.json', readEnvelope],
  ] as const;

  test('manifests and envelopes are read or refused, and leave nothing behind', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.json(), fc.constant('{"__proto__":{"polluted":1}}')), (text) => {
        for (const [name, read] of RECORDS) {
          writeFileSync(join(work, name), text);
          expect(() => read(work)).toThrow(SiteError);
        }
        unpolluted();
      }),
      runs(300),
    );
  });
});
