import { spawnSync } from 'node:child_process';
import { Parser } from 'commonmark';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { BlockJson } from '../../../src/formats/api/blocks.ts';
import { replyMarkdown } from '../../../src/formats/text/reply-text.ts';
import { foldSpace } from '../../../src/model/block.ts';
import { needsProgram } from '../../outside.ts';
import { reply, site } from '../reply.ts';
import { PARTS } from './parts.ts';

/** Reads a Markdown file with programs of others: the texts of its headings, paragraphs and cells, in order, however it marks them up. */
type Reader = (markdown: string) => readonly string[];

const commonmark: Reader = (markdown) => {
  const texts: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { node, entering } = event;
    if (entering && (node.type === 'paragraph' || node.type === 'heading')) texts.push('');
    if (node.type === 'softbreak' || node.type === 'linebreak') texts.push(`${texts.pop() ?? ''}\n`);
    if (node.literal !== null) texts.push((texts.pop() ?? '') + node.literal);
  }
  return texts;
};

const parser = new MarkdownIt('commonmark').enable(['table', 'strikethrough']);
const markdownIt: Reader = (markdown) =>
  parser
    .parse(markdown, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) =>
      (children ?? []).map(({ type, content }) => (type.endsWith('break') ? '\n' : content)).join(''),
    );

const gfm = unified().use(remarkParse).use(remarkGfm);
const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
const remark: Reader = (markdown) => {
  const texts: string[] = [];
  const walk = (node: Nodes): void => {
    if (['paragraph', 'heading', 'tableCell'].includes(node.type)) texts.push(textOf(node));
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(gfm.parse(markdown) as Root);
  return texts;
};

interface PandocNode {
  readonly t?: string;
  readonly c?: unknown;
}
const pandoc: Reader = (markdown) => {
  const { stdout } = spawnSync('pandoc', ['-f', 'gfm', '-t', 'json'], {
    input: markdown,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const texts: string[] = [];
  const walk = (value: unknown, within: boolean): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, within);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { t, c } = value as PandocNode;
    const begins = t === 'Para' || t === 'Plain' || t === 'Header';
    if (begins) texts.push('');
    const more =
      t === 'Str'
        ? String(c)
        : t === 'Space'
          ? ' '
          : t === 'SoftBreak' || t === 'LineBreak'
            ? '\n'
            : t === 'Math' || t === 'Code' || t === 'RawInline'
              ? '\u0000'
              : '';
    if (more !== '' && texts.length > 0) texts.push((texts.pop() ?? '') + more);
    if (t !== undefined && t !== 'Str') walk(c, within || begins);
  };
  walk(JSON.parse(stdout).blocks, false);
  return texts;
};

const OWN_PARTS = [
  '10）',
  "'",
  '"',
  '^',
  '%',
  '**',
  '__',
  '~~',
  '``',
  '&lt;',
  '&#35;',
  '&',
  '<b>',
  '}',
  '![',
  '$x$',
  ':smile:',
  ':100:',
  'https://a.gov.cn/b_c?d=1&e=2',
  'http://a.cn/_b_',
  'https://a.cn/%E4%BD%A0',
  'https://a.cn/x*y*',
  'HTTPS://A.CN',
  'www.a.cn',
  'www.a.cn/_b',
  'a_b@c.cn',
  'mailto:',
  '〔2031〕',
  '***',
  '---',
  '===',
  '- ',
  '1. ',
  '# ',
  '> ',
  '| a |',
  '[^1]',
  '[x](y)',
  '[x]: y',
  '```',
];
const words = fc
  .array(fc.constantFrom(...PARTS, ...OWN_PARTS), { minLength: 1, maxLength: 9 })
  .map((parts) => foldSpace(parts.join('')).trim())
  .filter((text) => text !== '');

const paragraph = (text: string, index: number): BlockJson => ({
  id: `p${index + 1}`,
  kind: 'paragraph',
  zh: text,
  hash: '0000000000000000',
});
const heading = (text: string): BlockJson => ({
  id: 's1',
  kind: 'heading',
  depth: 1,
  zh: text,
  hash: '0000000000000000',
});
const table = (rows: string[][]): BlockJson => ({
  id: 'p9',
  kind: 'table',
  zh: rows.flat().join(' '),
  rows: { zh: rows },
  hash: '0000000000000000',
});
const markdownOf = (blocks: readonly BlockJson[], title = '关于机井的答复') =>
  replyMarkdown({ ...reply, title: { ...reply.title, zh: title }, blocks: [...blocks] }, 'zh', site);

const READERS: readonly [string, Reader][] = [
  ['commonmark.js', commonmark],
  ['markdown-it', markdownIt],
  ['remark with GFM', remark],
];

describe.each(READERS)('a letter in Markdown, read by %s', (_, read) => {
  it('has the words that it has', () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 5 }), (title, paragraphs) => {
        const texts = read(markdownOf([heading(title), ...paragraphs.map(paragraph)], title));
        expect(texts[0]).toBe(title);
        const from = texts.lastIndexOf(title) === 0 ? -1 : texts.indexOf(title, 1);
        expect(texts.slice(from, from + 1 + paragraphs.length)).toEqual([title, ...paragraphs]);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe.each(READERS.slice(1))('a table in Markdown, read by %s', (_, read) => {
  it('has the words of each cell', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 2, maxLength: 4 }), (rows) => {
        const texts = read(markdownOf([paragraph('前', 0), table(rows), paragraph('后', 1)]));
        const from = texts.indexOf('前', 1);
        expect(texts.slice(from + 1, texts.indexOf('后', from))).toEqual(rows.flat());
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});

it('a letter in Markdown, read by pandoc, has the words that it has', (context) => {
  needsProgram(context, 'pandoc');
  const samples = fc.sample(words, { numRuns: 3000, seed: 3 });
  const texts = pandoc(markdownOf([paragraph('始', 0), ...samples.map(paragraph)]));
  const from = texts.indexOf('始') + 1;
  const wrong = samples.filter((text, index) => texts[from + index] !== text);
  expect(wrong).toEqual([]);
});

it('leaves a bare address as it is', () => {
  for (const address of ['https://a.gov.cn/b_c?d=1&e=2', 'http://a.cn/x', 'www.a.cn', 'a@b.cn'])
    expect(markdownOf([paragraph(`见${address}。`, 0)])).toContain(`见${address}。`);
  expect(markdownOf([paragraph('见https://a.cn/x*y*z，*注', 0)])).toContain('<https://a.cn/x*y*z>，\\*注');
});

it('keeps bold words bold, whatever signs stand around them', () => {
  for (const [text, bold] of [
    ['水位稳定。', [[0, 2]]],
    ['见“甲”乙', [[1, 4]]],
    [
      '一、修复情况',
      [
        [0, 2],
        [4, 6],
      ],
    ],
    [
      '前https://a.cn/x*y*后',
      [
        [0, 1],
        [18, 19],
      ],
    ],
  ] as const) {
    const block = { ...paragraph(text, 0), bold: { zh: bold.map((range) => [...range]) } };
    const strong = bold.map(([start, end]) => text.slice(start, end));
    const tokens = parser.parse(markdownOf([block]), {}).flatMap(({ children }) => children ?? []);
    const found = tokens.flatMap(({ type }, index) => (type === 'strong_open' ? [tokens[index + 1]?.content] : []));
    expect(found).toEqual(strong);
    expect(markdownIt(markdownOf([block]))).toContain(text);
  }
});
