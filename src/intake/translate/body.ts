import type { Nodes } from 'mdast';
import { SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../../import/rules.ts';
import { type Block, ENGLISH_GAP, isDivided } from '../../model/block.ts';
import { PLACE, REFERENCE } from '../../model/reply.ts';
import { type BlockNode, blockNodes, plainText } from '../../text/blocks.ts';
import { type BodyOrigin, parseBody } from '../../text/parse.ts';
import { writeItem, writeTable, writeText } from '../../text/write-text.ts';
import type { Origin } from './match.ts';

/** An English block: its text in the file, and whether it is still a place to be filled. */
export interface EnglishBlock {
  readonly kind: Block['kind'];
  readonly source: string;
  readonly open: boolean;
  /** Its words, and of a table the words of its cells. */
  readonly text: string;
  readonly rows?: Block['rows'];
}

const isReference = (node: Nodes): boolean => node.type === 'blockquote' && plainText(node).startsWith(REFERENCE);

/** The English blocks of a body in order, without the Chinese that stands among them for reference. */
export function englishBlocks(body: string, origin: BodyOrigin): EnglishBlock[] {
  const tree = parseBody(body, origin);
  const own = { ...tree, children: tree.children.filter((node) => !isReference(node)) };
  return blockNodes(own, origin.linesBefore).map(({ node, block }) => ({
    kind: block.kind,
    source: body.slice(node.position?.start.offset, node.position?.end.offset),
    open: block.text === PLACE,
    text: block.text,
    rows: block.rows,
  }));
}

/** The place for the English of a block, in the form that the block has. */
function place({ node, block, number }: BlockNode): string {
  if (block.kind === 'heading') return writeText(PLACE, (block.depth ?? 1) + 1);
  if (block.kind === 'list-item') return writeItem(PLACE, number);
  if (block.kind === 'gap') return ENGLISH_GAP;
  if (node.type !== 'table') return PLACE;
  return writeTable(node.children.map((row) => row.children.map((cell) => plainText(cell))));
}

function reference({ id, text }: Block, changed: boolean): string {
  return `> ${writeText(`${REFERENCE}${changed ? '已改' : ''} ${id}】${text}`)}`;
}

/**
 * The English body: what is finished as it stands, and for every other block the Chinese for reference above its place,
 * or above the English made from the Chinese before it changed. References to the items of a list stand before the list.
 */
export function writeEnglish(
  chinese: readonly BlockNode[],
  origins: readonly Origin[],
  english: readonly EnglishBlock[],
): string {
  const pieces: string[] = [];
  let items: string[] = [];
  let references: string[] = [];
  const flush = () => {
    if (items.length > 0) pieces.push(...references, items.join('\n'));
    items = [];
    references = [];
  };
  for (const [index, entry] of chinese.entries()) {
    const origin = origins[index] ?? { state: 'open' };
    const previous = chinese[index - 1];
    if (previous !== undefined && isDivided(previous.block, entry.block)) {
      flush();
      pieces.push('***');
    }
    const before = origin.state === 'open' ? undefined : english[origin.from];
    const finished = before !== undefined && !before.open ? before.source : undefined;
    const needsReference = finished === undefined || origin.state === 'changed';
    const shown = needsReference ? [reference(entry.block, finished !== undefined)] : [];
    if (entry.block.kind === 'list-item') {
      references.push(...shown);
      items.push(finished ?? place(entry));
    } else {
      flush();
      pieces.push(...shown, finished ?? place(entry));
    }
  }
  flush();
  return `${pieces.join('\n\n')}\n`;
}

/** The English cannot be told apart by blocks: as many as the Chinese had when it was translated, or has now. */
export function unpaired(file: string, english: number, chinese: number): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['translation-unpaired'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: `译文有 ${english} 段，中文有 ${chinese} 段，对不上，没有改动译文`,
      en: `the English has ${english} blocks and the Chinese ${chinese}: they do not pair, and the English was not touched`,
    },
    hint: {
      zh: '请先运行 dafu check，按提示补上漏译或拆开合并的段落',
      en: 'run dafu check first, and add or split the paragraphs that it names',
    },
  });
}
