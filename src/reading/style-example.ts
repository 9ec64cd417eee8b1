import { CHART_KIND_NAMES, CHART_KINDS } from '../charts/registry.ts';
import type { FindingLanguage } from '../errors.ts';
import { type Dataset, datasetSchema } from '../model/dataset.ts';
import { quotedObservations } from '../model/figures.ts';
import { termSchema } from '../model/glossary.ts';
import { inEach, type Locale, languageOf, USUAL_LANGUAGES } from '../model/locale.ts';
import { OUTCOMES, replyRecordSchema, replyTranslationSchema } from '../model/reply.ts';
import { parseOfficialText } from '../text/official-text.ts';
import type { ReplySummary } from './index.ts';
import { type PageFrame, translatedFrame } from './page-context.ts';
import { annotatedText, type ReplyText } from './reply-document.ts';

/*
 * What the style page shows: a reply, datasets and a term that say of themselves that they are examples. Nothing here is
 * about any bureau, and no number is a figure of anything.
 */
const BODIES: Readonly<Record<FindingLanguage, string>> = {
  zh: `致读者：

这是一段示例文字，只用来看版式：行首的两字缩进、行末的标点、“引号”、（括号）、〔0000〕与数字 12345 和 Latin 字母的间距。例值为3万亩。

## 一、一级标题示例

第二段示例。示例词语在这里有释义；另一值为5亩；日期如二〇〇〇年一月一日，旁注公历。

### （一）二级标题示例

第三段示例文字，到此结束。
`,
  en: `To the reader:

This is an example, here only to show how a page is set: “quotation marks”, a dash – like this –, numerals such as 12,345 and a measure of words to the line. The example value is 30,000 mu.

## I. An example of a heading

The second example paragraph. The example term is explained here; another value is 5 mu.

### (1) An example of a second heading

The third example paragraph ends here.
`,
};

const REPLY = 'example';
const both = (zh: string, en: string) => ({ zh, en });
const SERIES = [
  { id: 'one', label: both('示例甲', 'Example A') },
  { id: 'two', label: both('示例乙', 'Example B') },
];
const CHANGES = [{ version: '1.0.0', date: '2000-01-01', note: both('示例。', 'Example.') }];

const QUOTE = { reply: REPLY, zh: { exact: '3万亩' }, en: { exact: '30,000 mu' } };

/** A dataset for each kind of chart; among them every kind of mark: measured, planned, aimed at, approximate. */
const EXAMPLE_DATASETS: readonly Dataset[] = CHART_KIND_NAMES.map((kind) => {
  const { unit, series, observations } = CHART_KINDS[kind].example;
  return datasetSchema(USUAL_LANGUAGES).parse({
    id: `example-${kind}`,
    version: '1.0.0',
    title: both(`示例：${kind}`, `Example: ${kind}`),
    headline: both(`图表示例：${kind}`, `Example of a chart: ${kind}`),
    measure: both('示例数值', 'Example values'),
    place: both('示例', 'example'),
    span: both('示例', 'example'),
    unit,
    ...(unit === 'count' ? { counter: both('个', 'items') } : {}),
    series: SERIES,
    panels: [{ kind, series }],
    notes: [both('数值是编造的示例，不是统计。', 'The values are made-up examples, not statistics.')],
    changelog: CHANGES,
    // The example text states the first bar's value.
    observations: observations.map((one, index) => (kind === 'bars' && index === 0 ? { ...one, quote: QUOTE } : one)),
  });
});

/** The same for a page in a language: what has no words in it has those that the language falls back to. */
export const exampleDatasets = (locale: Locale): readonly Dataset[] =>
  EXAMPLE_DATASETS.map((dataset) => wordsAlsoIn(locale, dataset));

/** A value in which each phrase in Chinese and English is extended to a further language. */
function wordsAlsoIn<T>(locale: Locale, value: T): T {
  const also = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(also);
    if (typeof inner !== 'object' || inner === null) return inner;
    const own = Object.entries(inner).map(([key, part]) => [key, also(part)] as const);
    const words = new Map(own).get(languageOf(locale).fallback);
    return Object.fromEntries(words === undefined ? own : [[locale, words], ...own]);
  };
  return also(value) as T;
}

const RECORD = replyRecordSchema(USUAL_LANGUAGES).parse({
  number: '〔0000〕0号',
  title: '版式示例（不是公文）',
  issuer: '示例单位',
  date: '2000-01-01',
  disclosure: '主动公开',
  answers: {
    kind: 'suggestion',
    body: '示例',
    number: '0',
    title: '示例标题',
    points: [
      { point: both('有答复的示例问题', 'An example point with an answer'), paragraphs: ['p2', 'p3'] },
      { point: both('没有答复的示例问题', 'An example point without an answer'), paragraphs: [] },
    ],
  },
  signers: [{ label: '负责人', value: '' }],
  withdrawn: { date: '2000-01-02', why: both('示例：撤回的说明。', 'Example: why it was withdrawn.') },
  corrections: [
    {
      date: '2000-01-02',
      what: both('示例：更正了什么。', 'Example: what was corrected.'),
      why: both('示例：为什么。', 'Example: why.'),
      paragraphs: ['p3'],
    },
  ],
});

const TRANSLATION = replyTranslationSchema.parse({
  title: 'An example of typesetting (not a document)',
  summary: 'An example.',
  answers: { body: 'Example', number: '0', title: 'An example title' },
  signers: [{ label: 'Person in charge', value: '' }],
  translation: { method: 'machine' },
});

/** The example reply, once with each outcome, so that a list shows all. */
export const EXAMPLE_REPLIES: readonly ReplySummary[] = [
  { id: REPLY, record: RECORD, language: 'zh' as const, translations: { en: TRANSLATION } },
  ...OUTCOMES.map((outcome) => ({
    id: REPLY,
    record: { ...RECORD, outcome },
    language: 'zh' as const,
    translations: { en: TRANSLATION },
  })),
];

const TERM = termSchema(USUAL_LANGUAGES).parse({
  id: 'example',
  zh: '示例词语',
  en: 'example term',
  meaning: both('释义的示例。', 'An example of a meaning.'),
});

/** The example reply's text, with a figure, a term and a date that open a note. */
export function exampleText(locale: Locale): ReplyText {
  const file = `style-example.${locale}.md`;
  const text = parseOfficialText(BODIES[languageOf(locale).fallback], { file, linesBefore: 0 });
  const { quoted } = quotedObservations(REPLY, languageOf(locale).fallback, text.blocks, EXAMPLE_DATASETS, () => ({
    file,
  }));
  return annotatedText({ locale, text, blocks: text.blocks, quoted }, [TERM], '/');
}

/** The frame of the style page. */
export async function styleFrame(locale: Locale): Promise<PageFrame> {
  const { context, pages } = await translatedFrame(locale, (urls) => urls.style(locale));
  const { site, urls } = context;
  const twins = Object.fromEntries(site.languages.map((language) => [language, urls.style(language)]));
  return { context: { ...context, twins }, pages };
}

/** The same frame for the examples: their bureau is an example, and every link of theirs leads back to the page. */
export function exampleFrame({ context, pages }: PageFrame): PageFrame {
  const { site, urls, path } = context;
  const here = () => path;
  // In a language that the site does not have, links lead back to the page itself.
  const reply = (language: Locale) => (site.languages.includes(language) ? urls.style(language) : path);
  const own = { reply, bilingual: here, dataset: here, observation: here };
  return {
    context: {
      ...context,
      site: {
        ...site,
        issuer: inEach(site.languages, (language) => both('示例单位', 'Example body')[languageOf(language).fallback]),
      },
      urls: { ...urls, ...own },
    },
    pages,
  };
}
