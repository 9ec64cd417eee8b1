import { WHOLE_NUMBER } from '../../model/whole-numbers.ts';
import type { Excerpt, ExcerptPart } from '../../search/excerpt.ts';

/** What goes into an element: text is set as text and never read as mark-up. */
export type Content = Node | string;

/** Makes an element with attributes and content. `undefined` attributes are left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}

/** Original text with what was found marked, and numbers on one line with what they count. */
export function markedText(parts: readonly ExcerptPart[]): Content[] {
  const whole = parts.map(({ text }) => text).join('');
  /** What stands between two places. */
  const between = (start: number, end: number): Content[] => {
    let at = 0;
    return parts.flatMap(({ text, marked }): Content[] => {
      const shown = text.slice(Math.max(0, start - at), Math.max(0, end - at));
      at += text.length;
      if (shown === '') return [];
      return [marked ? make('mark', {}, shown) : shown];
    });
  };
  let from = 0;
  const kept = [...whole.matchAll(WHOLE_NUMBER)].flatMap(({ 0: words, index }): Content[] => {
    const before = between(from, index);
    from = index + words.length;
    return [...before, make('span', { class: 'whole' }, ...between(index, from))];
  });
  return [...kept, ...between(from, whole.length)];
}

/** An excerpt; what was left out shows as dots, which are not part of the text. */
export function excerptText({ parts, cutBefore, cutAfter }: Excerpt): Content[] {
  const dots = () => make('span', { class: 'search-cut', 'aria-hidden': 'true' }, '…');
  return [...(cutBefore ? [dots()] : []), ...markedText(parts), ...(cutAfter ? [dots()] : [])];
}
