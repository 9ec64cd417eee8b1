import { visit } from 'unist-util-visit';
import type { Element, Nodes, Parents, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { IMPORT_RULES } from '../rules.ts';
import { refusal } from './archive.ts';

/** A part of a document as a tree; `undefined` where the document has no such part. Throws a SiteError on broken XML. */
export function readPart(parts: Readonly<Record<string, Uint8Array>>, name: string, file: string): Root | undefined {
  const bytes = parts[name];
  if (bytes === undefined) return undefined;
  try {
    return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw refusal(
      IMPORT_RULES['docx-broken'].id,
      file,
      { zh: `文稿的部件 ${name} 损坏`, en: `the document's part ${name} is broken` },
      {
        zh: '请用 Word 或 WPS 打开它，另存为 .docx，再导入',
        en: 'open it in Word or WPS, save it as .docx and import that',
      },
      error,
    );
  }
}

/** The elements of a name among a node's children. */
export function childrenNamed(parent: Parents | undefined, name: string): Element[] {
  return (parent?.children ?? []).filter((child): child is Element => child.type === 'element' && child.name === name);
}

/** The first child element of a name. */
export function childNamed(parent: Parents | undefined, name: string): Element | undefined {
  return childrenNamed(parent, name)[0];
}

/** All elements of a name in a tree, in its order. */
export function elementsNamed(tree: Nodes | undefined, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  if (tree === undefined) return found;
  visit(tree, 'element', (element) => {
    if (names.includes(element.name)) found.push(element);
  });
  return found;
}

/** An attribute's value, or `undefined`. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attributes[name] ?? undefined;
}

/** The value of a child element that says one thing: `<w:numFmt w:val="decimal"/>`. */
export function childValue(parent: Parents | undefined, name: string): string | undefined {
  return attribute(childNamed(parent, name), 'w:val');
}

/** Whether an on/off property (ECMA-376, 17.17.4) is on: there, and not set to 0, false or off. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(attribute(element, 'w:val') ?? '');
}

/** The text that elements `w:t` of a tree hold, in order. */
export function textOf(tree: Nodes | undefined): string {
  return elementsNamed(tree, 'w:t')
    .flatMap(({ children }) => children)
    .map((child) => ('value' in child ? child.value : ''))
    .join('');
}
