import { codePoint } from 'dingbat-to-unicode';
import type { Element, Root } from 'xast';
import { raised } from '../raised.ts';
import type { Change } from '../source.ts';
import { attribute, childNamed, childValue, elementsNamed, textOf } from './xml.ts';

const text = (value: string): Element => ({
  type: 'element',
  name: 'w:t',
  attributes: { 'xml:space': 'preserve' },
  children: [{ type: 'text', value }],
});

/** Where symbol fonts keep their characters in Unicode's private area. */
const PRIVATE = 0xf000;

/** Signs that few fonts have, and those that all have in their place. */
const USUAL: Readonly<Record<string, string>> = { '🗹': '☑', '🗷': '☒', '🗸': '✓', '🗴': '✗', '🗵': '☒', '🗶': '✗' };

/** The ordinary character that a character of a symbol font shows; `undefined` where none is known. */
function ordinary(font: string, code: number): string | undefined {
  const own = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code;
  const known = codePoint(font, own)?.string;
  return (
    (known === undefined ? undefined : (USUAL[known] ?? known)) ??
    (own >= 0x20 && own < 0x7f && !/wingdings|webdings|symbol|dingbats/iu.test(font)
      ? String.fromCharCode(own)
      : undefined)
  );
}

/** The paragraphs of a document with their numbers from 1, for the places of what is changed in them. */
const paragraphsOf = (document: Root): readonly Element[] => elementsNamed(document, 'w:p');

/**
 * Writes symbols of symbol fonts as ordinary characters, line breaks and tabs that have other elements as the usual ones, and lists
 * the symbols. What has no ordinary character stays, and is refused.
 */
export function writeSymbols(document: Root): Change[] {
  const changes: Change[] = [];
  for (const [index, paragraph] of paragraphsOf(document).entries()) {
    for (const run of elementsNamed(paragraph, 'w:r')) {
      const fonts = childNamed(childNamed(run, 'w:rPr'), 'w:rFonts');
      const font = attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi') ?? '';
      run.children = run.children.map((child) => {
        if (child.type !== 'element') return child;
        if (child.name === 'w:cr') return { ...child, name: 'w:br', attributes: {} };
        if (child.name === 'w:ptab') return { ...child, name: 'w:tab', attributes: {} };
        const code = Number.parseInt(attribute(child, 'w:char') ?? '', 16);
        const character = child.name === 'w:sym' ? ordinary(attribute(child, 'w:font') ?? '', code) : undefined;
        if (character !== undefined) {
          changes.push({ kind: 'symbol', line: index + 1, text: character, removed: '', added: '' });
          return text(character);
        }
        return child.name === 'w:t' ? withoutPrivate(child, font, index + 1, changes) : child;
      });
    }
  }
  return changes;
}

/** Text in which characters of a symbol font stand as ordinary ones. */
function withoutPrivate(element: Element, font: string, line: number, changes: Change[]): Element {
  const whole = textOf({ type: 'root', children: [element] });
  if (!/[\uf000-\uf0ff]/u.test(whole)) return element;
  const written = whole.replace(/[\uf000-\uf0ff]/gu, (character) => {
    const plain = ordinary(font, character.charCodeAt(0));
    if (plain !== undefined) changes.push({ kind: 'symbol', line, text: plain, removed: '', added: '' });
    return plain ?? character;
  });
  return text(written);
}

/** How a run is set on its line, where it is raised or lowered. */
export function raisedHow(run: Element): 'superscript' | 'subscript' | undefined {
  const how = childValue(childNamed(run, 'w:rPr'), 'w:vertAlign');
  return how === 'superscript' || how === 'subscript' ? how : undefined;
}

/** Writes raised and lowered text with the characters that show it (km² of km and a raised 2), and lists it. What has none stays. */
export function writeRaised(document: Root): Change[] {
  const changes: Change[] = [];
  for (const [index, paragraph] of paragraphsOf(document).entries()) {
    let before = '';
    for (const run of elementsNamed(paragraph, 'w:r')) {
      const own = textOf(run);
      const how = raisedHow(run);
      const written = how === undefined || own.trim() === '' ? undefined : raised(own, how);
      if (written !== undefined) {
        run.children = [text(written)];
        changes.push({ kind: 'raised', line: index + 1, text: before.slice(-6) + written, removed: '', added: '' });
      }
      before += written ?? own;
    }
  }
  return changes;
}
