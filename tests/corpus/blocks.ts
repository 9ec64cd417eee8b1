import { createHash } from 'node:crypto';
import type { Bilingual } from '../../src/errors.ts';
import type { Locale } from '../../src/model/locale.ts';
import { foldSpace } from '../../src/text/blocks.ts';

/** A top-level part of a made-up reply, the same in both languages. */
export type CorpusBlock =
  | { readonly kind: 'heading'; readonly depth: 1 | 2; readonly text: Bilingual }
  | { readonly kind: 'paragraph'; readonly text: Bilingual }
  | { readonly kind: 'list'; readonly items: readonly Bilingual[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Bilingual[])[] };

const tableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A block as Markdown in one language. Headings begin at `##`: the title is the page's `#`. */
export function blockMarkdown(block: CorpusBlock, locale: Locale): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth + 1)} ${block.text[locale]}`;
    case 'paragraph':
      return block.text[locale];
    case 'list':
      return block.items.map((item) => `- ${item[locale]}`).join('\n');
    case 'table': {
      const [head = [], ...body] = block.rows.map((row) => row.map((cell) => cell[locale]));
      return [head, head.map(() => '---'), ...body].map(tableRow).join('\n');
    }
  }
}

/** The texts of what counts as a paragraph in a block: one, or one for each list item. */
function countedTexts(block: CorpusBlock, locale: Locale): string[] {
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
      return [block.text[locale]];
    case 'list':
      return block.items.map((item) => item[locale]);
    case 'table':
      return [foldSpace(block.rows.map((row) => row.map((cell) => cell[locale]).join('\t')).join('\t'))];
  }
}

/** Characters of a block's text in a language. */
export function blockLength(block: CorpusBlock, locale: Locale): number {
  if (block.kind === 'heading') return block.text[locale].length;
  return countedTexts(block, locale).reduce((sum, text) => sum + text.length, 0);
}

/** Paragraph id → first 16 hex digits of the SHA-256 of its Chinese text: what a translation was made from. */
export function chineseHashes(blocks: readonly CorpusBlock[]): Record<string, string> {
  const texts = blocks.flatMap((block) => countedTexts(block, 'zh'));
  return Object.fromEntries(
    texts.map((text, index) => [`p${index + 1}`, createHash('sha256').update(text).digest('hex').slice(0, 16)]),
  );
}
