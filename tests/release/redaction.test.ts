import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { checkRoot } from '../../src/build/check/index.ts';
import type { Locale } from '../../src/model/locale.ts';
import { isMasked, maskedText, maskingSchema } from '../../src/model/masking.ts';
import { frontMatterOf } from '../../src/model/reply.ts';
import { blockHash } from '../../src/model/text.ts';
import { sheetNumber } from '../../src/reading/approvals.ts';
import { recordPublished } from '../../src/release/record.ts';
import { finderOf, replaced } from '../../src/release/redaction/occurrences.ts';
import { type RedactRequest, redact } from '../../src/release/redaction/redact.ts';
import { searchFolder } from '../../src/release/redaction/search.ts';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { SAMPLE, temporaryRoot } from '../faults/root.ts';
import { bureauIn } from '../languages/sites.ts';

/** Reserved or made up, and nobody's. */
const MOBILE = '13800138000';
const DAY = '2025-01-01';
const USUAL = maskingSchema.parse({});

describe('what is masked', () => {
  test.each([
    [MOBILE, '138****8000'],
    ['138-0013-8000', '138-****-8000'],
    ['+86 138 0013 8000', '+86 *** **** 8000'],
    ['11010519491231002X', '110***********002X'],
    ['张三丰', '张**'],
    ['someone@qq.com', 'som*******.com'],
    ['３号楼2单元501室', '３*********'],
  ])('%s becomes %s', (text, masked) => expect(maskedText(text, USUAL)).toBe(masked));

  test('is as long as before, and is told from a text that was rewritten', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), (text) => {
        const masked = maskedText(text, USUAL);
        expect([...masked]).toHaveLength([...text].length);
        expect(isMasked(text, masked)).toBe(true);
      }),
    );
    expect(isMasked('电话13800138000', '电话138****8001')).toBe(false);
    expect(isMasked('电话13800138000', '电话138***8000')).toBe(false);
  });

  test('follows the setting of the site', () => {
    expect(maskedText(MOBILE, maskingSchema.parse({ first: 0, last: 2, sign: '×' }))).toBe('×××××××××00');
  });
});

describe('a text is found however it is written', () => {
  const all = (sought: string, text: string) =>
    finderOf(sought)
      .all(text)
      .map(({ start, end }) => text.slice(start, end));
  test.each([
    [
      MOBILE,
      '电话138-0013-8000，138 0013\n8000；１３８００１３８０００',
      ['138-0013-8000', '138 0013\n8000', '１３８００１３８０００'],
    ],
    ['138 0013 8000', '**138**0013**8000**', ['138**0013**8000']],
    [MOBILE, '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎。', ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎']],
    ['张三丰', '张三丰、张\n三丰、张三', ['张三丰', '张\n三丰']],
    ['zhang_2024', 'zhang\\_2024', ['zhang\\_2024']],
    ['Someone@QQ.com', 'someone@qq.com', ['someone@qq.com']],
    [MOBILE, '213800138000 138001380001', []],
  ])('%s in %j', (sought, text, found) => expect(all(sought, text)).toEqual(found));

  test('and replaced just there', () => {
    const finder = finderOf('张三丰');
    expect(replaced('甲张三丰乙张三丰', finder.all('甲张三丰乙张三丰'), () => '×')).toBe('甲×乙×');
  });
});

/** A sample site whose reply tells a number wherever it can, after it was published. */
function published() {
  const site = temporaryRoot(SAMPLE);
  const change = (file: string, edit: (text: string) => string) => {
    const full = join(site.root, file);
    writeFileAndFolders(full, edit(existsSync(full) ? readFileSync(full, 'utf8') : ''));
  };
  const read = (file: string) => readFileSync(join(site.root, file), 'utf8');
  const folder = 'content/replies/2024-7';
  change(`${folder}/zh.mdx`, (text) =>
    text
      .replace(
        'topics:',
        `waivers: [{ rule: personal-mobile, reason: 误放 }]\ncontact: [{ label: 电话, value: "${MOBILE}" }]\ntopics:`,
      )
      .replace('加盖36眼。', `加盖36眼，联系138 0013 8000。`),
  );
  change(`${folder}/en.mdx`, (text) =>
    text
      .replace('translation:', `contact: [{ label: Telephone, value: "${MOBILE}" }]\ntranslation:`)
      .replace('36 covered.', '36 covered, call 138 0013 8000.'),
  );
  change('data/wells.json', (text) =>
    text.replace('首次整理。', `首次整理，${MOBILE}。`).replace('First compiled.', `First compiled, ${MOBILE}.`),
  );
  change(
    'content/site.yaml',
    (text) => `${text}waivers: [{ rule: personal-mobile, file: data/wells.json, reason: 误放 }]\n`,
  );
  return { root: site.root, change, read, folder, [Symbol.dispose]: () => site[Symbol.dispose]() };
}

const asked = (root: string, others: Partial<RedactRequest> = {}): RedactRequest => ({
  ...{ root, id: '2024-7', text: MOBILE, why: '误放', whyIn: { en: 'by mistake' }, release: false },
  ...{
    address: undefined,
    today: DAY,
    keep: 5,
    key: undefined,
    jobs: 1,
    verbose: false,
    released: '2025-01-01T00:00:00Z',
  },
  ...others,
});

describe('what slipped out', () => {
  it('is masked in the text, the translation, the record, former texts and versions of datasets, and check is content', async () => {
    using site = published();
    await recordPublished(site.root, { today: DAY });
    const done = await redact(asked(site.root));
    expect(done.changed).toEqual([
      `${site.folder}/en.mdx`,
      `${site.folder}/zh.mdx`,
      'data/published/datasets/wells/1.0.0.json',
      'data/published/replies/2024-7.json',
      'data/wells.json',
    ]);
    expect(done).toMatchObject({ left: [], paragraphs: ['p2'], elsewhere: [], withheld: [] });
    expect(site.read(`${site.folder}/zh.mdx`)).toContain('138 \\*\\*\\*\\* 8000');
    expect(site.read('data/wells.json')).toContain('首次整理，138****8000。');
    expect((await checkRoot(site.root, { today: DAY })).filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const folder of ['content', 'data'])
      expect((await searchFolder(join(site.root, folder), finderOf(MOBILE))).found).toEqual([]);
    // Recorded again, nothing is new: the text is the one that was published.
    expect(await recordPublished(site.root, { today: '2025-02-01' })).toEqual([]);
  });

  it('leaves nothing that it could be computed from', async () => {
    using site = published();
    await recordPublished(site.root, { today: DAY });
    const { sha256 } = JSON.parse(site.read('data/published/replies/2024-7.json')).texts[0];
    await redact(asked(site.root));
    expect(site.read('data/published/replies/2024-7.json')).not.toContain(sha256);
    expect(site.read(`${site.folder}/zh.mdx`)).toMatch(/masked:\n {2}- date: 2025-01-01\n {4}why:\n/);
  });

  it('takes files away that hold it, and gives others another name', async () => {
    using site = published();
    const word = zipSync({ 'word/document.xml': strToU8('<w:p><w:t>138 0013</w:t><w:t> 8000</w:t></w:p>') });
    writeFileSync(join(site.root, site.folder, 'list.docx'), word);
    const plain = zipSync({ 'word/document.xml': strToU8('<w:p><w:t>机井</w:t></w:p>') });
    writeFileSync(join(site.root, site.folder, `${MOBILE}清单.docx`), plain);
    site.change(`${site.folder}/zh.mdx`, (text) =>
      text.replace(
        'topics:',
        `attachments: [{ file: list.docx, title: 机井清单 }, { file: ${MOBILE}清单.docx, title: 另一清单 }]\ntopics:`,
      ),
    );
    await recordPublished(site.root, { today: DAY });
    const done = await redact(asked(site.root));
    expect(done.withheld).toEqual([`${site.folder}/list.docx`]);
    const record = site.read(`${site.folder}/zh.mdx`);
    expect(record).toContain('138xxxx8000清单.docx');
    expect(record).not.toContain('list.docx');
    expect(record).toMatch(/files:\n {6}- 机井清单/);
    expect(site.read('data/published/addresses.json')).not.toContain('list.docx');
    expect(existsSync(join(site.root, '.dafu/withheld/2024-7/list.docx'))).toBe(true);
    expect((await checkRoot(site.root, { today: DAY })).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps approvals of the letter, since nothing else of it changed', async () => {
    using site = published();
    const approval = (sheet: string) => `approvals: [{ role: 审核人, date: 2024-12-31, sheet: "${sheet}" }]\n`;
    site.change('content/site.yaml', (text) => `${text}requireApproval: [审核人]\n`);
    site.change(`${site.folder}/approval.yaml`, () => approval(sheetNumber(site.root, '2024-7')));
    expect((await redact(asked(site.root))).approvals).toBe(true);
    expect(site.read(`${site.folder}/approval.yaml`)).toBe(approval(sheetNumber(site.root, '2024-7')));
  });

  it('is left alone in other replies, and told', async () => {
    using site = published();
    site.change('content/replies/2024-8/zh.mdx', () =>
      site.read(`${site.folder}/zh.mdx`).replace('〔2024〕7号', '〔2024〕8号').replace('第1号', '第2号'),
    );
    const done = await redact(asked(site.root));
    expect(done.elsewhere).toEqual(['content/replies/2024-8/zh.mdx']);
    expect(done.left).toEqual(['content/replies/2024-8/zh.mdx']);
  });

  it('leaves files of other replies where they were published, until these are redacted too', async () => {
    using site = published();
    const name = `${MOBILE}清单.docx`;
    const plain = zipSync({ 'word/document.xml': strToU8('<w:p><w:t>机井</w:t></w:p>') });
    site.change('content/replies/2024-8/zh.mdx', () =>
      site
        .read(`${site.folder}/zh.mdx`)
        .replace('〔2024〕7号', '〔2024〕8号')
        .replace('第1号', '第2号')
        .replace('topics:', `attachments: [{ file: ${name}, title: 机井清单 }]\ntopics:`),
    );
    writeFileSync(join(site.root, 'content/replies/2024-8', name), plain);
    await recordPublished(site.root, { today: DAY });
    const addresses = () => site.read('data/published/addresses.json');
    expect((await redact(asked(site.root))).elsewhere).toContain(`content/replies/2024-8/${name}`);
    expect(addresses()).toContain(MOBILE);
    expect(await redact(asked(site.root, { id: '2024-8' }))).toMatchObject({ elsewhere: [], left: [] });
    expect(addresses()).not.toContain(MOBILE);
  });

  it.each<[string, Partial<RedactRequest>]>([
    ['a text that is not there', { text: '13900139000' }],
    ['a text of one character', { text: '的' }],
    ['a reply that is not there', { id: '2024-9' }],
    ['a reason that tells it', { why: `误放${MOBILE}` }],
  ])('refuses %s, and changes nothing', async (_, others) => {
    using site = published();
    const before = site.read(`${site.folder}/zh.mdx`);
    await expect(redact(asked(site.root, others))).rejects.toThrow();
    expect(site.read(`${site.folder}/zh.mdx`)).toBe(before);
  });

  it('puts everything back where the masked site would not check', async () => {
    using site = published();
    const before = site.read('data/wells.json');
    await expect(redact(asked(site.root, { text: '24眼' }))).rejects.toThrow();
    expect(site.read('data/wells.json')).toBe(before);
    expect(site.read(`${site.folder}/zh.mdx`)).not.toContain('masked:');
  });
});

const siteIn = (name: string) => (): string => {
  const root = mkdtempSync(join(tmpdir(), 'dafu-redaction-'));
  cpSync(join(import.meta.dirname, '../languages', name), root, { recursive: true });
  return root;
};

/** Sites of other languages, a reply of each and the texts that it has; its original is the first. */
const SITES: readonly (readonly [site: string, make: () => string, id: string, texts: readonly string[]])[] = [
  ['Chinese and Uyghur, without English', siteIn('uyghur'), '2025-3', ['zh', 'ug']],
  ['three languages', () => bureauIn(['zh', 'en', 'qps']), '2024-7', ['zh', 'en', 'qps']],
  ['one language', () => bureauIn(['zh']), '2024-7', ['zh']],
  ['originals in English', siteIn('english'), '2025-3', ['en', 'zh']],
];

describe.each(SITES)('what slipped out of a site in %s', (_, make, id, texts) => {
  it('is masked in every text, in former texts and in titles of files, and why is said in each language', async () => {
    const root = make();
    const folder = join(root, 'content/replies', id);
    const [original = '', ...others] = texts;
    const edit = (locale: string, change: (text: string) => string) => {
      const file = join(folder, `${locale}.mdx`);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    };
    try {
      for (const locale of texts)
        edit(locale, (text) => text.replace(/^(---\n.*?\n---\n\n)(.*?)\n\n/s, `$1$2 138 0013 8000\n\n`));
      const titles = Object.fromEntries(texts.map((locale) => [locale, `${locale} ${MOBILE}`]));
      const word = zipSync({ 'word/document.xml': strToU8(`<w:p><w:t>${MOBILE}</w:t></w:p>`) });
      writeFileSync(join(folder, 'list.docx'), word);
      const own = [
        `waivers: [{ rule: personal-mobile, reason: 误放 }]`,
        `attachments: [{ file: list.docx, title: ${JSON.stringify(titles)} }]`,
      ];
      edit(original, (text) => text.replace('---\n', `---\n${own.join('\n')}\n`));
      const first =
        readFileSync(join(folder, `${original}.mdx`), 'utf8')
          .split('\n---\n\n')[1]
          ?.split('\n\n')[0] ?? '';
      for (const locale of others)
        edit(locale, (text) =>
          text.replace(
            /translation:.*\n(?: .*\n)*/,
            `translation: { method: human, basedOn: { p1: ${blockHash(first)} } }\n`,
          ),
        );
      await recordPublished(root, { today: '2026-11-24' });
      const held = async () =>
        (await Promise.all(['content', 'data'].map((place) => searchFolder(join(root, place), finderOf(MOBILE)))))
          .flatMap(({ found }) => found)
          .filter((file) => !file.endsWith('list.docx'));
      expect(await held()).toEqual([
        ...texts.map((locale) => `replies/${id}/${locale}.mdx`).sort(),
        `published/replies/${id}.json`,
      ]);

      const whyIn: Partial<Record<Locale, string>> = Object.fromEntries(
        others.map((locale) => [locale, `why ${locale}`]),
      );
      const done = await redact(asked(root, { id, why: 'why', whyIn, today: '2026-11-25' }));
      expect(done).toMatchObject({ left: [], elsewhere: [], withheld: [`content/replies/${id}/list.docx`] });
      expect(done.pages.toSorted()).toEqual(texts.map((locale) => `${locale}/replies/${id}/`).sort());
      expect(await held()).toEqual([]);

      const read = (locale: string) => readFileSync(join(folder, `${locale}.mdx`), 'utf8');
      for (const locale of texts) expect(read(locale)).toContain('138 \\*\\*\\*\\* 8000');
      for (const locale of others) {
        expect(read(locale)).toContain(blockHash(first.replace('138 0013 8000', '138 **** 8000')));
        expect(frontMatterOf(read(original))).toContain(`why ${locale}`);
        expect(frontMatterOf(read(original))).toContain(`${locale}: ${locale} 138****8000`);
        expect(frontMatterOf(read(locale))).not.toContain('masked');
      }
      const errors = (await checkRoot(root, { today: '2026-11-25' })).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
      expect(await recordPublished(root, { today: '2026-11-26' })).toEqual([]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

it('refuses a reason in a language that the site lacks', async () => {
  using site = published();
  const given = { whyIn: { ug: 'خاتا' } as RedactRequest['whyIn'] };
  await expect(redact(asked(site.root, given))).rejects.toThrow();
  expect(site.read(`${site.folder}/zh.mdx`)).not.toContain('masked:');
});
