import type { Element, Nodes, Root } from 'hast';
import { rehype } from 'rehype';

/** Attributes that readers see or hear. */
const SHOWN = ['ariaLabel', 'title', 'alt', 'placeholder', 'label', 'content'];
/** Elements whose text is none of the interface's. */
const SILENT = new Set(['script', 'style', 'code', 'pre', 'svg']);
/** Metadata whose words are shown by other sites. */
const METADATA = /^(?:description|og:title|og:description|og:site_name|og:image:alt)$/;

/** What says nothing in a language: addresses, ids, digests. */
const CODES = /https?:\/\/\S+|\S+@\S+|\S*\/\S*|#\S+|\b[a-z0-9-]*\d[a-z0-9-]*\b/gi;

interface Shown {
  readonly text: string;
  readonly language: string;
}

/** Every text of a page that readers see or hear, with the language it says it is in. */
export function shownTexts(page: string): readonly Shown[] {
  const found: Shown[] = [];
  const walk = (node: Nodes, language: string): void => {
    if (node.type === 'text') found.push({ text: node.value, language });
    if (!('children' in node)) return;
    const own = node.type === 'element' ? String(node.properties['lang'] ?? language) : language;
    if (node.type === 'element') {
      if (SILENT.has(node.tagName)) return;
      found.push(...attributesOf(node).map((text) => ({ text, language: own })));
    }
    for (const child of node.children) walk(child, own);
  };
  const tree: Root = rehype().parse(page);
  walk(tree, '');
  return found.filter(({ text }) => text.trim() !== '');
}

function attributesOf({ tagName, properties }: Element): string[] {
  const isMetadata = METADATA.test(String(properties['name'] ?? properties['property'] ?? ''));
  return SHOWN.flatMap((name) => {
    if (name === 'content' && !(tagName === 'meta' && isMetadata)) return [];
    const value = properties[name];
    return typeof value === 'string' ? [value] : [];
  });
}

/** The texts of a page in one language that hold a word in plain Latin letters, or Chinese. */
export function foreignTexts(page: string, language: string): readonly string[] {
  return shownTexts(page)
    .filter((own) => own.language === language)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => /\b[A-Za-z]{3,}\b|\p{Script=Han}/u.test(text.replace(CODES, ' ')));
}
