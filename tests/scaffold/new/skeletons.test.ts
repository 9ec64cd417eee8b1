import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { placeOf } from '../../../src/intake/place.ts';
import { cliWords } from '../../../src/language/messages/cli.ts';
import { bureauSchema } from '../../../src/model/bureau.ts';
import { datasetSchema } from '../../../src/model/dataset.ts';
import { reportSchema } from '../../../src/model/document-kinds.ts';
import { glossarySchema } from '../../../src/model/glossary.ts';
import { inEach, USUAL_LANGUAGES } from '../../../src/model/locale.ts';
import { type ReplyDraft, replyRecordSchema } from '../../../src/model/reply.ts';
import { siteSchema } from '../../../src/model/site.ts';
import { splitFrontMatter } from '../../../src/model/source-file.ts';
import { ALL_FIELDS, fault, fieldsOf, NEW_KINDS, type NewKind } from '../../../src/scaffold/new/fields.ts';
import { gather, makeNew } from '../../../src/scaffold/new/make-new.ts';
import { skeleton } from '../../../src/scaffold/new/skeletons.ts';
import { CommandError } from '../../../src/terminal/failures.ts';
import { parseOfficialText } from '../../../src/text/official-text.ts';
import { LANGUAGE_SETS } from '../../languages/sets.ts';

const site = siteSchema(USUAL_LANGUAGES).parse({
  address: 'https://sample.example',
  official: false,
  languages: ['zh', 'en'],
  issuer: { zh: '样例市虚构事务局', en: 'Sample Bureau' },
  name: { zh: '样例', en: 'Sample' },
  description: { zh: '样例', en: 'Sample' },
  answeredKinds: [{ id: 'suggestion', label: { zh: '建议', en: 'Suggestion' } }],
});
/** A root with no replies in it. */
const EMPTY = join(import.meta.dirname, 'nowhere');
const surroundings = {
  languages: USUAL_LANGUAGES,
  issuer: site.issuer.zh,
  folderOf: (record: ReplyDraft) => placeOf(EMPTY, site, record).folder,
  today: '2031-02-03',
  glossary: '',
};

const REPLY = {
  number: '样事函〔2031〕7号',
  title: '关于样例的答复',
  date: '2031-02-03',
  disclosure: '主动公开',
  answered: 'suggestion',
  body: '市人大',
  suggestion: '第3号',
  'suggestion-title': '关于样例的建议',
  proposer: '某某代表',
};
const DATASET = {
  id: 'sample-area',
  title: '样例面积',
  'title-en': 'Sample area',
  headline: '2031年完成1.5万亩',
  'headline-en': '15,000 mu in 2031',
  measure: '面积',
  'measure-en': 'Area',
  place: '样例市',
  'place-en': 'Sample',
  span: '2031年',
  'span-en': '2031',
  label: '面积',
  'label-en': 'Area',
  period: '2031',
  nature: 'plan',
  'stated-number': '1.5',
  'stated-unit': '万亩',
  reply: '2031-7',
  quote: '1.5万亩',
  'quote-en': '15,000 mu',
};

const frontMatter = (text: string | undefined) => parse(splitFrontMatter(text ?? '', 'a.mdx').frontMatter);

const canals = bureauSchema(USUAL_LANGUAGES).parse({ id: 'canals', names: [{ zh: '样例市渠道处' }] });

describe('a skeleton', () => {
  it('of a reply has a record that its schema takes, in the folder of its number', () => {
    const files = skeleton('reply', REPLY, surroundings);
    expect(Object.keys(files)).toEqual(['content/replies/yangshihan-2031-7/zh.mdx']);
    expect(
      replyRecordSchema(USUAL_LANGUAGES).parse(frontMatter(files['content/replies/yangshihan-2031-7/zh.mdx'])),
    ).toMatchObject({
      issuer: ['样例市虚构事务局'],
    });
  });

  it('stands in the folder of another bureau that signs it', () => {
    const files = skeleton(
      'reply',
      { ...REPLY, issuer: '样例市渠道处' },
      {
        ...surroundings,
        folderOf: (record) => placeOf(EMPTY, { ...site, bureaus: [canals] }, record).folder,
      },
    );
    expect(Object.keys(files)).toEqual(['content/replies/canals/yangshihan-2031-7/zh.mdx']);
  });

  it('of a reply without a number says nothing of one, and lies in the folder of what it answers', () => {
    const { number: _, disclosure: __, proposer: ___, ...rest } = REPLY;
    const files = skeleton('reply', { ...rest, session: '九届', meeting: '二次会议' }, surroundings);
    const [[path = '', text] = []] = Object.entries(files);
    expect(path).toBe('content/replies/2031-9-2-s3/zh.mdx');
    expect(Object.keys(frontMatter(text))).toEqual(['title', 'issuer', 'date', 'answers']);
  });

  it('of a reply cannot be published before its text is there', () => {
    const text = skeleton('reply', REPLY, surroundings)['content/replies/yangshihan-2031-7/zh.mdx'] ?? '';
    const { body, bodyLine } = splitFrontMatter(text, 'zh.mdx');
    expect(() => parseOfficialText(body, { file: 'zh.mdx', linesBefore: bodyLine - 1 })).toThrow(/still to be written/);
  });

  it('of a report is in both languages', () => {
    const given = {
      id: 'sample',
      title: '样例',
      'title-en': 'Sample',
      summary: '摘要',
      'summary-en': 'Summary',
      date: '2031-02-03',
    };
    const files = skeleton('report', given, surroundings);
    expect(Object.keys(files)).toEqual(['content/reports/sample/zh.mdx', 'content/reports/sample/en.mdx']);
    for (const text of Object.values(files)) expect(() => reportSchema.parse(frontMatter(text))).not.toThrow();
  });

  it('of a dataset has its value normalised exactly', () => {
    const files = skeleton('dataset', DATASET, surroundings);
    const dataset = datasetSchema(USUAL_LANGUAGES).parse(JSON.parse(files['data/sample-area.json'] ?? ''));
    expect(dataset.unit).toBe('mu');
    expect(dataset.observations[0]).toMatchObject({ value: '15000', stated: { number: '1.5', unit: '万亩' } });
  });

  it('of a dataset of counts takes its counting word', () => {
    const given = { ...DATASET, 'stated-number': '24', 'stated-unit': '座', counter: '座', 'counter-en': 'mines' };
    const files = skeleton('dataset', given, surroundings);
    expect(datasetSchema(USUAL_LANGUAGES).parse(JSON.parse(files['data/sample-area.json'] ?? ''))).toMatchObject({
      unit: 'count',
    });
  });

  it.each([
    ['a new glossary', ''],
    ['the end of one', '# terms\nterms:\n  - id: a\n    zh: 甲\n    en: first\n    also: { en: [one] }\n'],
    ['one written in a line', 'terms: [{ id: a, zh: 甲, en: first }]\n'],
  ])('of a term goes to %s', (_label, glossary) => {
    const files = skeleton('term', { id: 'b', zh: '乙', en: 'second' }, { ...surroundings, glossary });
    const text = files['content/glossary.yaml'] ?? '';
    expect(glossarySchema(USUAL_LANGUAGES).parse(parse(text)).terms.at(-1)).toMatchObject({
      id: 'b',
      zh: '乙',
      en: 'second',
    });
    if (glossary.endsWith('] }\n')) expect(text.startsWith(glossary)).toBe(true);
  });
});

describe('answers', () => {
  it('have a flag each', () => {
    const names = ALL_FIELDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { languages } of LANGUAGE_SETS)
      for (const kind of NEW_KINDS)
        expect(names).toEqual(expect.arrayContaining(fieldsOf(languages)[kind].map(({ name }) => name)));
  });

  it.each([
    ['number', '第七号', false],
    ['number', '[2031] 7号', true],
    ['date', '2031-02-30', false],
    ['answered', 'letter', false],
    ['answered', 'suggestion', true],
    ['number', '第7号', true],
    ['disclosure', '公开', true],
    ['disclosure', '主动', false],
    ['title', ' 前有空格', false],
  ])('--%s %s is right: %s', (name, value, right) => {
    const field = fieldsOf(USUAL_LANGUAGES).reply.find((candidate) => candidate.name === name);
    if (!field) throw new Error(`no field ${name}`);
    expect(fault(field, value, site) === undefined).toBe(right);
  });

  it('are never asked for where there is no terminal', async () => {
    const options = { language: 'zh', interactive: false } as const;
    await expect(gather('reply', {}, site, options)).rejects.toMatchObject({ exitCode: 2 });
    await expect(gather('reply', { ...REPLY, date: '昨天' }, site, options)).rejects.toMatchObject({ exitCode: 2 });
    expect(await gather('reply', REPLY, site, options)).toEqual(REPLY);
    const other = { ...REPLY, 'title-ug': 'جاۋاب' };
    await expect(gather('reply', other, site, options)).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe.each(LANGUAGE_SETS)('dafu new in a site in $called', ({ languages }) => {
  const [first = 'zh', ...others] = languages;
  const own = siteSchema(languages).parse({
    ...{ address: 'https://sample.example', official: false, languages },
    ...Object.fromEntries(
      ['issuer', 'name', 'description'].map((key) => [key, inEach(languages, (code) => `${key} ${code}`)]),
    ),
    answeredKinds: [{ id: 'suggestion', label: inEach(languages, (code) => `kind ${code}`) }],
  });
  /** Answers to all that is asked in each of the languages. */
  const answers = (kind: NewKind, plain: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      fieldsOf(languages)[kind].flatMap(({ name, locale }) =>
        plain[name] === undefined && !locale ? [] : [[name, plain[name] ?? `${name} words`]],
      ),
    );
  const made = async (kind: NewKind, flags: Readonly<Record<string, string>>) => {
    const root = mkdtempSync(join(tmpdir(), 'dafu-new-'));
    try {
      mkdirSync(join(root, 'content'));
      writeFileSync(join(root, 'content/site.yaml'), JSON.stringify(own));
      await makeNew({ root, kind, flags, language: 'en', interactive: false });
      return Object.fromEntries(
        readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:mdx|json|yaml)$/.test(name) && !name.endsWith('site.yaml'))
          .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
      );
    } finally {
      rmSync(root, { recursive: true });
    }
  };

  it('makes a reply in that of the originals', async () => {
    const [[path = '', text = ''] = []] = Object.entries(await made('reply', REPLY));
    expect(path).toMatch(new RegExp(`/${first}\\.mdx$`));
    expect(replyRecordSchema(languages).parse(frontMatter(text))).toMatchObject({ issuer: [`issuer ${first}`] });
  });

  it('makes a report, a dataset and a term in each of them, and in no other', async () => {
    const day = '2031-02-03';
    const report = await made('report', answers('report', { id: 'a', title: 't', summary: 's', date: day }));
    expect(Object.keys(report).sort()).toEqual(languages.map((code) => `content/reports/a/${code}.mdx`).sort());
    for (const text of Object.values(report)) reportSchema.parse(frontMatter(text));
    const plain = Object.fromEntries(Object.entries(DATASET).filter(([name]) => !name.endsWith('-en')));
    const { 'data/sample-area.json': json = '' } = await made('dataset', answers('dataset', plain));
    const dataset = datasetSchema(languages).parse(JSON.parse(json));
    expect(Object.keys(dataset.title).sort()).toEqual([...languages].sort());
    expect(Object.keys(dataset.observations[0]?.quote ?? {}).sort()).toEqual(['reply', ...languages].sort());
    for (const code of others) expect(dataset.title[code]).toBe(`title-${code} words`);
    const { 'content/glossary.yaml': glossary = '' } = await made('term', answers('term', { id: 'b' }));
    expect(glossarySchema(languages).parse(parse(glossary)).terms).toMatchObject([
      inEach(languages, (code) => `${code} words`),
    ]);
  });
});

describe('dafu new reply', () => {
  it('gives unnumbered replies to two bodies folders of their own, and overwrites none', async () => {
    const root = mkdtempSync(join(tmpdir(), 'dafu-new-'));
    try {
      mkdirSync(join(root, 'content'));
      writeFileSync(join(root, 'content/site.yaml'), JSON.stringify(site));
      const { number: _, ...flags } = { ...REPLY, session: '九届', meeting: '二次会议' };
      const make = (body: string) =>
        makeNew({ root, kind: 'reply', flags: { ...flags, body }, language: 'zh', interactive: false });
      await make('市人大');
      await make('县人大');
      expect(readdirSync(join(root, 'content/replies')).sort()).toEqual(['2031-9-2-s3', '2031-xianrenda-9-2-s3']);
      const told = await make('市人大').catch((error: unknown) => error);
      expect(told instanceof CommandError && told.say(cliWords.zh)).toContain(
        'content/replies/2031-9-2-s3/zh.mdx 已经存在',
      );
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
