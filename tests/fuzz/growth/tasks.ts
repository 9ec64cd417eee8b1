import { SiteError } from '../../../src/errors.ts';
import { readQuantities } from '../../../src/language/quantities/index.ts';
import { checkQuote } from '../../../src/quotes/check.ts';
import { quoteCorpus } from '../../../src/quotes/corpus.ts';
import { inspectFile } from '../../../src/rules/inspect-file.ts';
import { numberFindings } from '../../../src/rules/pairs/numbers.ts';
import { personalMatches } from '../../../src/rules/personal/index.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { parseOfficialText, renderOfficialText } from '../../../src/text/official-text.ts';
import { parseLeniently } from '../../../src/text/parse.ts';
import { UnwritableText, writeItem, writeTable, writeText } from '../../../src/text/write-text.ts';

/** Something that reads or writes a text, how many characters it is given at first, and whether in one line. */
export interface Task {
  readonly size: number;
  readonly isOneLine: boolean;
  readonly run: (text: string) => unknown;
}

const ORIGIN = { file: 'x', linesBefore: 0 };
const place = () => ({ file: 'x' });

/** A refusal is an answer too. */
function refusing<Value>(task: () => Value): Value | undefined {
  try {
    return task();
  } catch (error) {
    if (error instanceof SiteError || error instanceof UnwritableText) return undefined;
    throw error;
  }
}

const inBytes = (file: string, text: string) => inspectFile(file, new TextEncoder().encode(text));

/** Every reader and writer of what people write. */
export const TASKS: Readonly<Record<string, Task>> = {
  'write a paragraph': { size: 3000, isOneLine: true, run: (text) => refusing(() => writeText(text)) },
  'write a heading': { size: 3000, isOneLine: true, run: (text) => refusing(() => writeText(text, 2)) },
  'write an item': { size: 3000, isOneLine: true, run: (text) => refusing(() => writeItem(text, 1)) },
  'write a table': { size: 3000, isOneLine: true, run: (text) => refusing(() => writeTable([[text], [text]])) },
  parse: { size: 3000, isOneLine: false, run: (text) => parseLeniently(text, ORIGIN) },
  render: {
    size: 3000,
    isOneLine: false,
    run: (text) => refusing(() => renderOfficialText(parseOfficialText(text, ORIGIN), [])),
  },
  'check a letter': {
    size: 3000,
    isOneLine: false,
    run: (text) => inBytes('content/replies/2024-7/zh.mdx', `---\ntitle: 甲\n---\n\n尊敬的代表：\n\n${text}\n`),
  },
  'check a report': {
    size: 3000,
    isOneLine: false,
    run: (text) => inBytes('content/reports/wells/zh.mdx', `---\ntitle: 甲\n---\n\n${text}\n`),
  },
  'check front matter': {
    size: 3000,
    isOneLine: false,
    run: (text) => inBytes('content/pages/a/zh.mdx', `---\n${text}\n---\n\n甲\n`),
  },
  'check a field': {
    size: 3000,
    isOneLine: true,
    run: (text) => inBytes('data/a.json', JSON.stringify({ title: { zh: text, en: text } })),
  },
  figures: { size: 10_000, isOneLine: true, run: (text) => [readQuantities(text, 'zh'), readQuantities(text, 'en')] },
  'figures of a pair': {
    size: 4000,
    isOneLine: true,
    run: (text) => numberFindings({ zh: text, other: text.slice(text.length / 4), zhPlace: place, otherPlace: place }),
  },
  'private details': { size: 20_000, isOneLine: true, run: personalMatches },
  'a quotation': {
    size: 4000,
    isOneLine: true,
    run: (text) => {
      const reply = { id: 'a', number: '1', title: text, url: '/', blocks: [{ id: 'p1', text }], former: [] };
      const bundle = { locale: 'zh', replies: [reply] };
      const corpus = quoteCorpus([bundle as unknown as Parameters<typeof quoteCorpus>[0][number]]);
      return checkQuote(corpus, text.slice(text.length / 3));
    },
  },
  'a search': { size: 30_000, isOneLine: true, run: parseQuery },
};
