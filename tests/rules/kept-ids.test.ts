import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/block.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { FileReport } from '../../src/rules/file-report.ts';
import { withKeptIds } from '../../src/rules/kept-ids.ts';

const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text, index) => ({ id: `p${index + 1}`, kind: 'paragraph', depth: undefined, text, line: index + 1 }));

const document = (locale: Locale, blocks: Block[]): FileReport => ({
  path: `content/replies/2024-7/${locale}.mdx`,
  findings: [],
  facts: {
    kind: 'document',
    collection: 'replies',
    id: '2024-7',
    locale,
    frontMatter: undefined,
    unread: false,
    blocks,
    pieces: {},
    anchors: blocks.map(({ id }) => id),
    links: [],
    components: [],
  },
});

const recorded = (blocks: Block[]): FileReport => ({
  path: 'data/published/replies/2024-7.json',
  findings: [],
  facts: {
    kind: 'published-reply',
    published: {
      id: '2024-7',
      texts: [
        {
          recorded: '2024-06-01',
          sha256: '0'.repeat(64),
          corrections: 0,
          head: [],
          blocks: blocks.map(({ id, kind, text }) => ({ id, kind, text })),
        },
      ],
    },
  },
});

const anchors = (reports: FileReport[]) =>
  reports.flatMap(({ facts }) => (facts.kind === 'document' ? [facts.anchors.join(' ')] : []));

describe('the ids of a corrected reply', () => {
  const zh = document('zh', paragraphs('甲', '补', '乙'));
  const en = document('en', paragraphs('A', 'Added', 'B'));

  it('are those of its publication, in both languages', () => {
    expect(anchors(withKeptIds([zh, en, recorded(paragraphs('甲', '乙'))]))).toEqual(['p1 p1a p2', 'p1 p1a p2']);
  });

  it('are counted again where nothing was published', () => {
    expect(anchors(withKeptIds([zh, en]))).toEqual(['p1 p2 p3', 'p1 p2 p3']);
  });
});
