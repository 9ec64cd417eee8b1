import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import type { PlacedFigure, PlacedNote } from '../../src/text/marks.ts';
import { type OfficialText, parseOfficialText, renderOfficialText } from '../../src/text/official-text.ts';
import { plainPiece } from '../../src/text/plain-render.ts';
import { corpusFiles } from '../corpus/corpus.ts';

const origin = { file: 'zh.mdx', linesBefore: 0 };

/** Parts of a text, one or more of them with what Markdown or HTML treats specially. */
const PARTS = [
  '尊敬的代表：',
  '2024年，全市完成5.7万亩。',
  '接着的一行\n又一行',
  'A sentence of words,  with two spaces.',
  'Fish & chips "quoted" \'so\' `x`',
  '5 < 7 万亩',
  '**注意：**请看4.47万亩。',
  '　　全角空格开头',
  '\u00a0nbsp',
  '## 一、标题',
  '### (1) Heading & more',
  '- 一项；\n- 二项 & 三项。',
  '- 一项；\n\n- 二项。',
  '- 一项\n  - 子项',
  '1. first\n2. second',
  '| 地点 | 数量 |\n| --- | --- |\n| 沁岚 | 5 |',
  'ends  \nhere',
  '![x][y] [see][y]\n\n[y]: https://dafu.example/',
];

function parsed(body: string): OfficialText | undefined {
  try {
    return parseOfficialText(body, origin);
  } catch (error) {
    if (error instanceof SiteError) return undefined;
    throw error;
  }
}

type Place = { readonly block: number; readonly start: number; readonly length: number; readonly kind: number };

/** Marks at places of a text: figures where `kind` is 0, else notes; none over another. */
function marksAt(text: OfficialText, places: readonly Place[]): { figures: PlacedFigure[]; notes: PlacedNote[] } {
  const [figures, notes]: [PlacedFigure[], PlacedNote[]] = [[], []];
  const taken = new Set<number>();
  for (const [index, { block: at, start, length, kind }] of places.entries()) {
    const block = text.blocks[at];
    if (block === undefined || block.kind === 'table' || taken.has(at)) continue;
    taken.add(at);
    const end = Math.min(start + length, block.text.length);
    if (end <= start) continue;
    const place = { block: block.id, start, end, id: `n${index}`, label: `“${block.text.slice(start, end)}”` };
    if (kind === 0) figures.push({ ...place, dataset: 'd', observation: 'o', value: '57000' });
    else if (kind === 1) notes.push({ ...place, kind: 'date', dateTime: '2024-05-06' });
    else notes.push({ ...place, kind: kind === 2 ? 'term' : 'area' });
  }
  return { figures, notes };
}

/** The same by the general way alone: a text with a definition, which shows nothing itself, is rendered as one. */
const renderWhole: typeof renderOfficialText = (text, figures, notes) =>
  renderOfficialText(
    { ...text, tree: { ...text.tree, children: [...text.tree.children, DEFINITION] } },
    figures,
    notes,
  );

const DEFINITION = { type: 'definition', identifier: 'none', url: '/' } as const;

/** What a rendering gives, or that a figure could not be placed. */
function outcome(render: typeof renderWhole, text: OfficialText, places: readonly Place[]) {
  const { figures, notes } = marksAt(text, places);
  try {
    return render(text, figures, notes);
  } catch (error) {
    return String(error);
  }
}

describe('parts of a text that are written without a syntax tree', () => {
  it('are what the general way gives, for any mix of parts and marks', () => {
    const place = fc.record({
      block: fc.nat(8),
      start: fc.nat(12),
      length: fc.integer({ min: 1, max: 6 }),
      kind: fc.nat(3),
    });
    const parts = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.array(place, { maxLength: 4 }), (chosen, places) => {
        const text = parsed(chosen.join('\n\n'));
        if (text) expect(outcome(renderOfficialText, text, places)).toEqual(outcome(renderWhole, text, places));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('are what the general way gives for made-up replies', () => {
    for (const { path, text: source } of corpusFiles({ replies: 20, seed: 'pieces', languages: ['zh', 'en'] })) {
      if (!path.startsWith('content/replies/')) continue;
      const text = parseOfficialText(splitFrontMatter(source, path).body, { file: path, linesBefore: 0 });
      expect(renderOfficialText(text, []), path).toEqual(renderWhole(text, []));
    }
  });

  it.each([
    ['a paragraph', '2024年，全市完成5.7万亩。', true],
    ['a heading', '## 一、标题', true],
    ['a list of one level', '- 一项；\n- 二项。', true],
    ['a list of two levels', '- 一项\n  - 子项', false],
    ['emphasis', '**注意：**请看。', false],
    ['a character that HTML escapes', 'Fish & chips', false],
  ])('%s: %s is written so: %s', (_what, body, written) => {
    const text = parseOfficialText(body, origin);
    const marks = new Map(
      text.nodes.map(({ node, block }) => [node, { node, block, figures: [], notes: [], whole: [] }]),
    );
    const [child] = text.tree.children;
    expect(child && plainPiece(child, (node) => marks.get(node)) !== undefined).toBe(written);
  });
});
