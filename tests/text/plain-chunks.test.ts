import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { parseWhole } from '../../src/text/parse.ts';
import { parseByChunks } from '../../src/text/plain-parse.ts';
import { corpusFiles } from '../corpus/corpus.ts';

/** Lines that Markdown treats specially, or nearly so. */
const LINES = [
  '',
  '',
  ' ',
  '尊敬的代表：',
  '2024年，全市完成5.7万亩。',
  'A sentence of words [2024] No. 3.',
  '[note]',
  '[^1]',
  '(see) the text',
  '## 一、标题',
  '### (1) Heading',
  '## Closed ##',
  '##',
  '#tag',
  '- item',
  '- 项目；',
  '- 项目；',
  '- - nested',
  '- 2. nested',
  '- # nested',
  '-',
  '-no',
  '- [ ] task',
  '* item',
  '+ item',
  '1. first',
  '2) second',
  '1.5亿元',
  '10',
  '---',
  '===',
  '***',
  '> quoted',
  '  indented',
  '    far indented',
  '| a | b |',
  '| a | b |\n| --- | --- |',
  '| a | b |\n| --- | --- |\n| c d | 5.7万亩 |',
  '| a | b |\n| --- |',
  '| a |\n| --- | --- |',
  '| a | b |\n|---|---|',
  '|  | b |',
  '| a |',
  '| --- | --- |',
  '| c | d | e |',
  'a | b',
  '**注意：**请',
  'snake_case _em_',
  '约10~20万',
  '~~gone~~',
  '`code`',
  'a\\*b',
  'two spaces  ',
  'back\\',
  '&amp; &',
  'https://dafu.example/a',
  'WWW.dafu.example',
  'a@dafu.example',
  '[text](address)',
  '![picture](file)',
  '[text]: address',
  '```',
  '~~~',
  '　　全角空格开头',
  'tab\there',
  'export',
  'import x',
  'ends ',
  '\u00a0nbsp',
  ': term',
];

/** A heading, a paragraph of two lines, a list, a paragraph and a table. */
const BODY =
  '## 一、标题\n\n尊敬的代表：\n接着的一行\n\n- 一项；\n- 二项。\n\n[2024] No. 3.\n\n| 地点 | 数量 |\n| --- | --- |\n| 沁岚 | 5 |\n';

const wholeOrError = (body: string) => {
  try {
    return parseWhole(body);
  } catch {
    return undefined;
  }
};

describe('a body parsed by chunks', () => {
  it('has the tree of the whole parser, positions and all, for any mix of lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 14 }), (lines) => {
        const body = lines.join('\n');
        const quick = parseByChunks(body, parseWhole);
        if (quick !== undefined) expect(quick).toEqual(wholeOrError(body));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('has it also where chunks of any lines stand between blank ones', () => {
    const chunk = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 6 }), (chunks) => {
        const body = chunks.map((lines) => lines.join('\n')).join('\n\n');
        const quick = parseByChunks(body, parseWhole);
        if (quick !== undefined) expect(quick).toEqual(wholeOrError(body));
      }),
      { numRuns: 3000, seed: 2 },
    );
  });

  it('has the tree of the whole parser for made-up replies, and is taken for all of them', () => {
    for (const { path, text } of corpusFiles({ replies: 20, seed: 'chunks', languages: ['zh', 'en'] })) {
      if (!path.startsWith('content/replies/')) continue;
      const { body } = splitFrontMatter(text, path);
      expect(parseByChunks(body, parseWhole), path).toEqual(parseWhole(body));
    }
  });

  it('calls the parser for nothing where there is no mark-up', () => {
    const refuse = () => {
      throw new Error('the parser was called');
    };
    expect(parseByChunks(BODY, refuse)?.children).toHaveLength(5);
  });
});
