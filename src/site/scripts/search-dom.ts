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

/** Original text with what was found marked. */
export function markedText(parts: readonly ExcerptPart[]): Content[] {
  return parts.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));
}

/** An excerpt; what was left out shows as dots, which are not part of the text. */
export function excerptText({ parts, cutBefore, cutAfter }: Excerpt): Content[] {
  const dots = () => make('span', { class: 'search-cut', 'aria-hidden': 'true' }, '…');
  return [...(cutBefore ? [dots()] : []), ...markedText(parts), ...(cutAfter ? [dots()] : [])];
}
