/** What a block of an official text is. Headings have ids of their own and do not count as paragraphs. */
export type BlockKind = 'addressee' | 'paragraph' | 'list-item' | 'table' | 'heading';

/** One block of a reply's text: the unit that ids, translation pairs, quotes and search passages speak of. */
export interface Block {
  /** `p1`, `p2` … for blocks that count, `s1`, `s1-2` … for headings. The same in both languages. */
  readonly id: string;
  readonly kind: BlockKind;
  /** 1 for 一、, 2 for （一）; headings only. */
  readonly depth: number | undefined;
  /** The text without any mark-up, white space folded. */
  readonly text: string;
  /** 1-based line of the source file where the block begins. */
  readonly line: number;
}
