import type { Nodes } from 'mdast';
import { SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../../import/rules.ts';
import { type Block, gapIn, isDivided } from '../../model/block.ts';
import { calledIn, type Locale } from '../../model/locale.ts';
import { isPlace, placeIn, REFERENCE } from '../../model/reply.ts';
import { type BlockNode, blockNodes, plainText } from '../../text/blocks.ts';
import { type BodyOrigin, parseBody } from '../../text/parse.ts';
import { writeItem, writeTable, writeText } from '../../text/write-text.ts';
import type { Origin } from './match.ts';

/** A block of a translation: its text in the file, and whether it is still a place to be filled. */
export interface TargetBlock {
  readonly kind: Block['kind'];
  readonly source: string;
  readonly open: boolean;
  /** Its words, and of a table the words of its cells. */
  readonly text: string;
  readonly rows?: Block['rows'];
}

const isReference = (node: Nodes): boolean => node.type === 'blockquote' && plainText(node).startsWith(REFERENCE);

/** The blocks of a translated body in order, without the original text that was put between them for reference. */
export function targetBlocks(body: string, origin: BodyOrigin): TargetBlock[] {
  const tree = parseBody(body, origin);
  const own = { ...tree, children: tree.children.filter((node) => !isReference(node)) };
  return blockNodes(own, origin.linesBefore).map(({ node, block }) => ({
    kind: block.kind,
    source: body.slice(node.position?.start.offset, node.position?.end.offset),
    open: isPlace(block.text),
    text: block.text,
    rows: block.rows,
  }));
}

/** The place for the translation of a block, in the form that the block has. */
function place({ node, block }: BlockNode, to: Locale): string {
  if (block.kind === 'heading') return writeText(placeIn(to), (block.depth ?? 1) + 1);
  if (block.kind === 'list-item') return writeItem(placeIn(to), block.number);
  if (block.kind === 'gap') return gapIn(to);
  if (node.type !== 'table') return placeIn(to);
  return writeTable(node.children.map((row) => row.children.map((cell) => plainText(cell))));
}

function reference({ id, text }: Block, changed: boolean): string {
  return `> ${writeText(`${REFERENCE}${changed ? '已改' : ''} ${id}】${text}`)}`;
}

/**
 * The body of a translation: what is finished as it is, and for every other block the original for reference above its place, or above the
 * translation made from the words before it changed. References to the items of a list come before the list.
 */
export function writeTarget(
  blocks: readonly BlockNode[],
  origins: readonly Origin[],
  target: readonly TargetBlock[],
  to: Locale,
): string {
  const pieces: string[] = [];
  let items: string[] = [];
  let references: string[] = [];
  const flush = () => {
    if (items.length > 0) pieces.push(...references, items.join('\n'));
    items = [];
    references = [];
  };
  for (const [index, entry] of blocks.entries()) {
    const origin = origins[index] ?? { state: 'open' };
    const previous = blocks[index - 1];
    if (previous !== undefined && isDivided(previous.block, entry.block)) {
      flush();
      pieces.push('***');
    }
    const before = origin.state === 'open' ? undefined : target[origin.from];
    const finished = before !== undefined && !before.open ? before.source : undefined;
    const needsReference = finished === undefined || origin.state === 'changed';
    const shown = needsReference ? [reference(entry.block, finished !== undefined)] : [];
    if (entry.block.kind === 'list-item') {
      references.push(...shown);
      items.push(finished ?? place(entry, to));
    } else {
      flush();
      pieces.push(...shown, finished ?? place(entry, to));
    }
  }
  flush();
  return `${pieces.join('\n\n')}\n`;
}

/** The translation cannot be told apart by blocks: as many as the original had when it was translated, or has now. */
export function unpaired(file: string, target: number, original: number, from: Locale): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['translation-unpaired'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: `译文有 ${target} 段，${calledIn(from).zh}有 ${original} 段，对不上，没有改动译文`,
      en: `the translation has ${target} blocks and the ${calledIn(from).en} ${original}: they do not pair, and the translation was not touched`,
    },
    hint: {
      zh: '请先运行 dafu check，按提示补上漏译或拆开合并的段落',
      en: 'run dafu check first, and add or split the paragraphs that it names',
      web: {
        zh: '请照检查结果补上漏译或拆开合并的段落，再提交',
        en: 'add or split the paragraphs that the check names, and commit again',
      },
    },
  });
}
