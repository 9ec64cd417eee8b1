import { visitParents } from 'unist-util-visit-parents';
import type { Element, ElementContent, Nodes, Root } from 'xast';
import { type Finding, SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../rules.ts';
import type { Change } from '../source.ts';
import type { AutomaticNumber } from './numbering.ts';
import { childNamed, elementsNamed, textOf } from './xml.ts';

/** Stands before the text of a bulleted paragraph on its way through the reader: a code point that no text has. */
export const BULLET = '\uFDD0';

/** Wrappers whose content shows as it is, but which the reader passes over. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
]);

/** What such wrappers say of themselves, which is no text. */
const PROPERTIES: ReadonlySet<string> = new Set(['w:sdtPr', 'w:sdtEndPr', 'w:customXmlPr']);

/** Puts the children of transparent wrappers in the wrappers' place. */
export function unwrap(tree: Nodes): void {
  if (!('children' in tree)) return;
  for (const child of tree.children) unwrap(child);
  const flat = tree.children.flatMap((child): Nodes[] =>
    child.type === 'element' && TRANSPARENT.has(child.name)
      ? child.children.filter((inner) => inner.type !== 'element' || !PROPERTIES.has(inner.name))
      : [child],
  );
  if (flat.length !== tree.children.length || flat.some((child, index) => child !== tree.children[index])) {
    Object.assign(tree, { children: flat });
  }
}

/** A run of plain text. */
export const textRun = (text: string): Element => ({
  type: 'element',
  name: 'w:r',
  attributes: {},
  children: [
    {
      type: 'element',
      name: 'w:t',
      attributes: { 'xml:space': 'preserve' },
      children: [{ type: 'text', value: text }],
    },
  ],
});

function insertBefore(paragraph: Element, content: ElementContent): void {
  const properties = childNamed(paragraph, 'w:pPr');
  const at = properties === undefined ? 0 : paragraph.children.indexOf(properties) + 1;
  paragraph.children.splice(at, 0, content);
}

/**
 * Writes the automatic numbers of a document into its text, as they show, and lists them.
 * Throws a SiteError with every number that cannot be written.
 */
export function writeNumbers(
  document: Root,
  numberOf: (paragraph: Element) => AutomaticNumber | undefined,
  file: string,
): Change[] {
  const changes: Change[] = [];
  const unknown: Finding[] = [];
  for (const [index, paragraph] of elementsNamed(document, 'w:p').entries()) {
    const number = numberOf(paragraph);
    const text = textOf(paragraph);
    if (number === undefined || text === '') continue;
    const line = index + 1;
    if (number.kind === 'unknown') unknown.push(numberRefused(file, line, number.format, text));
    if (number.kind === 'bullet') insertBefore(paragraph, textRun(BULLET));
    if (number.kind !== 'label') continue;
    // Between a full stop or bracket and a digit or Latin letter a space stays, as 1. 2025年 is not 1.2025年.
    const gap = /[\dA-Za-z.)]$/.test(number.label) && /^[\dA-Za-z]/.test(text) ? ' ' : '';
    insertBefore(paragraph, textRun(number.label + gap));
    changes.push({
      kind: 'numbering',
      line,
      text: `${number.label}${gap}${text.slice(0, 12)}`,
      removed: '',
      added: '',
    });
  }
  if (unknown.length > 0) throw new SiteError(unknown);
  return changes;
}

function numberRefused(file: string, line: number, format: string, text: string): Finding {
  const shown = text.slice(0, 12);
  return {
    rule: IMPORT_RULES['docx-numbering'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: `第${line}段“${shown}”的自动编号（${format}）无法写成文字`,
      en: `the automatic number (${format}) of paragraph ${line}, "${shown}", cannot be written as text`,
    },
    hint: {
      zh: '请在这一段取消自动编号，把编号直接打成文字，再导入',
      en: 'turn automatic numbering off there, type the number, and import again',
    },
  };
}

/** The characters that a part shows, in order: its text, and hyphens that have elements of their own. */
export function shownText(tree: Nodes | undefined): string {
  let text = '';
  if (tree === undefined) return text;
  visitParents(tree, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (node.type === 'element' && node.name === 'w:noBreakHyphen') text += '\u2011';
    if (node.type === 'text' && parent?.type === 'element' && parent.name === 'w:t') text += node.value;
  });
  return text;
}
