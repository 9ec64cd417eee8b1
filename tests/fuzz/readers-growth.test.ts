import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/import/text-source.ts';
import { readChineseQuantities } from '../../src/language/quantities/chinese.ts';
import { readEnglishQuantities } from '../../src/language/quantities/english.ts';
import { foldSpace } from '../../src/model/block.ts';
import { finderOf } from '../../src/release/redaction/occurrences.ts';
import { characterFindings } from '../../src/rules/characters.ts';
import { escapeFindings } from '../../src/rules/escapes.ts';
import { jsonSpaceFindings, yamlSpaceFindings } from '../../src/rules/field-spaces.ts';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { lookalikeFindings } from '../../src/rules/lookalikes.ts';
import { numberFindings } from '../../src/rules/pairs/numbers.ts';
import { personalMatches } from '../../src/rules/personal/index.ts';
import { parseQuery } from '../../src/search/query.ts';
import { writeText } from '../../src/text/write-text.ts';
import { growth } from '../growth.ts';
import { importSource } from '../import/letters.ts';

/** Readers that meet whatever people write, with as many characters as a task takes at first: some ten milliseconds of work. */
const READERS: Readonly<Record<string, readonly [size: number, read: (text: string) => unknown]>> = {
  'single characters': [10_000, (text) => characterFindings(text, 'x')],
  escapes: [100_000, (text) => escapeFindings(text, 'x')],
  'look-alikes': [100_000, (text) => lookalikeFindings(text, 'x')],
  'private data': [30_000, personalMatches],
  'white space of YAML fields': [3_000, (text) => yamlSpaceFindings(text, 'x')],
  'white space of JSON fields': [100_000, (text) => jsonSpaceFindings(text, 'x')],
  'white space': [100_000, foldSpace],
  'Chinese quantities': [10_000, readChineseQuantities],
  'English quantities': [10_000, readEnglishQuantities],
  'what is masked': [50_000, (text) => finderOf('13800138000').all(text)],
  'pairs of figures': [
    4_000,
    (text) => {
      const place = () => ({ file: 'x' });
      return numberFindings({ zh: text, other: text.slice(text.length / 4), zhPlace: place, otherPlace: place });
    },
  ],
  'a search': [50_000, parseQuery],
  'front matter': [2_000, (text) => inspectFile('content/pages/a/zh.mdx', Buffer.from(`---\n${text}\n---\n`))],
  'a dataset': [
    5_000,
    (text) => inspectFile('data/a.json', Buffer.from(JSON.stringify({ title: { zh: text, en: text } }))),
  ],
  'a letter': [
    2_000,
    (text) =>
      inspectFile('content/replies/2024-7/zh.mdx', Buffer.from(`---\ntitle: 甲\n---\n\n尊敬的代表：\n\n${text}\n`)),
  ],
};

/** What is said over and over: marks that open and do not close, and what begins like something that readers look for. */
const PIECES = [
  ...['\\\n', 'e\u0301\n', '[a]: ', '[', '](', '**甲', '`', '<a ', '- ', '> ', '1. ', '|甲', '&amp', '{', '\n\n'],
  ...[
    '1',
    '1 ',
    '138 0013 8000 ',
    '@',
    'a@b.',
    ' at ',
    '2单元',
    '小区3号楼',
    '张三，家住',
    '微信：',
    '〇',
    '二〇',
    '1,',
    '1.',
    '"',
    '"\\',
  ],
] as const;

test.each([']', '1. ', '> ', '[甲]：', '#', '|', '<', '](', ']:', '甲*', '甲**', '~甲~', '***甲***', '甲```'])(
  'a text of %j is written as Markdown in twice the time',
  (piece) => {
    const text = (length: number) => `甲${piece.repeat(Math.ceil(length / piece.length))}甲`;
    expect(growth(4_000, (length) => writeText(text(length)))).toBeLessThan(3);
  },
);

test.each(['甲乙 丙丁 戊己\n', '甲\t乙\n', '甲乙　　丙丁　　戊己\n', '甲 1 2\n', '一、甲\n'])(
  'a letter of lines such as %j is read in twice the time',
  (line) => {
    expect(growth(4_000, (length) => importSource(readPlainText(line.repeat(length / line.length))))).toBeLessThan(3);
  },
);

describe.each(Object.entries(READERS))('%s', (_name, [size, read]) => {
  test.each(PIECES)('takes twice the time for twice as many of %j, or a little more', (piece) => {
    // On lines that are no longer than a line may be.
    const line = piece.repeat(Math.ceil(900 / piece.length));
    const text = (length: number) => `${line}\n`.repeat(Math.ceil(length / line.length));
    expect(growth(size, (length) => read(text(length)))).toBeLessThan(3);
  });
});
