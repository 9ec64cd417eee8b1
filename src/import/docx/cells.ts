import { visitParents } from 'unist-util-visit-parents';
import type { Element, Root } from 'xast';
import { type Change, visibleCharacters } from '../source.ts';
import { partCaptions } from '../table-captions.ts';
import { childNamed, childrenNamed, childValue, elementsNamed, textOf } from './xml.ts';

/** Tables that hold no table, and their rows. */
const plainTables = (document: Root): Element[] =>
  elementsNamed(document, 'w:tbl').filter((table) => elementsNamed(table, 'w:tbl').length === 1);

const across = (cell: Element): number => {
  const span = Number(childValue(childNamed(cell, 'w:tcPr'), 'w:gridSpan') ?? '1');
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 100) : 1;
};

/** Whether a cell goes on with the one above it. */
function continues(cell: Element): boolean {
  const merge = childNamed(childNamed(cell, 'w:tcPr'), 'w:vMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

/** Whether a table of a document has merged cells. */
export function hasMergedCells(document: Root): boolean {
  return plainTables(document)
    .flatMap((table) => elementsNamed(table, 'w:tc'))
    .some((cell) => across(cell) > 1 || childNamed(childNamed(cell, 'w:tcPr'), 'w:vMerge') !== undefined);
}

/** Splits merged cells, and repeats the text of each in all that it covered; lists what was repeated. */
export function spreadMergedCells(document: Root): Change[] {
  const changes: Change[] = [];
  const paragraphs = elementsNamed(document, 'w:p');
  for (const table of plainTables(document)) {
    const repeated: string[] = [];
    let above: Element[] = [];
    for (const row of childrenNamed(table, 'w:tr')) {
      const cells: Element[] = [];
      for (const cell of childrenNamed(row, 'w:tc')) {
        const source = continues(cell) ? (above[cells.length] ?? cell) : cell;
        for (let copy = 0; copy < across(cell); copy += 1) {
          if (copy > 0 || source !== cell) repeated.push(visibleCharacters(textOf(source)));
          cells.push(plainCell(source));
        }
      }
      above = cells;
      row.children = [...row.children.filter((child) => child.type !== 'element' || child.name !== 'w:tc'), ...cells];
    }
    const shown = [...new Set(repeated)].filter((text) => text !== '');
    if (shown.length === 0) continue;
    const [first] = elementsNamed(table, 'w:p');
    const line = first === undefined ? 1 : Math.max(1, paragraphs.indexOf(first) + 1);
    changes.push({ kind: 'merged-cells', line, text: shown.join('、'), removed: '', added: '' });
  }
  return changes;
}

/**
 * Takes rows of one cell that runs across all columns out of a table's beginning and end, as paragraphs before and after it: a caption, a
 * unit, a note. Lists them.
 */
export function liftCaptions(document: Root): Change[] {
  const changes: Change[] = [];
  const paragraphs = elementsNamed(document, 'w:p');
  const isCaption = (row: Element): boolean => {
    const [cell, ...others] = childrenNamed(row, 'w:tc');
    return cell !== undefined && others.length === 0 && across(cell) > 1 && visibleCharacters(textOf(cell)) !== '';
  };
  visitParents(document, 'element', (table, ancestors) => {
    const parent = ancestors.at(-1);
    if (table.name !== 'w:tbl' || parent === undefined || elementsNamed(table, 'w:tbl').length > 1) return;
    const rows = childrenNamed(table, 'w:tr');
    const { before, after } = partCaptions(rows, isCaption);
    if (before.length + after.length === 0) return;
    const lifted = (own: readonly Element[]): Element[] =>
      own.flatMap((row) => childrenNamed(row, 'w:tc')).flatMap((cell) => childrenNamed(cell, 'w:p'));
    const [above, below] = [lifted(before), lifted(after)];
    table.children = table.children.filter(
      (child) => child.type !== 'element' || ![...before, ...after].includes(child),
    );
    for (const row of [...before, ...after]) {
      const line = Math.max(1, paragraphs.indexOf(lifted([row])[0] ?? row) + 1);
      changes.push({ kind: 'table-caption', line, text: textOf(row), removed: '', added: '' });
    }
    const at = parent.children.indexOf(table);
    parent.children.splice(at, 1, ...above, table, ...below);
    return at + 1 + above.length + below.length;
  });
  return changes;
}

/** A cell of its own, with the text of a merged one. */
function plainCell(cell: Element): Element {
  const copy = structuredClone(cell);
  copy.children = copy.children.filter((child) => child.type !== 'element' || child.name !== 'w:tcPr');
  return copy;
}
