import type { Element, ElementContent } from 'hast';
import { foldSpace } from '../../text/blocks.ts';
import { raised } from '../raised.ts';

/** Elements of which nothing is shown. */
const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'map',
  'datalist',
]);
/** Elements that begin a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'html',
  'body',
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'select',
  'option',
  'button',
  'textarea',
  'legend',
  'caption',
]);
/** Elements of a page around its text. */
export const AROUND: ReadonlySet<string> = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'select',
  'button',
  'textarea',
]);

/** How a line is set, where a page says so. */
export type Align = 'center' | 'right' | undefined;

/** The style that an element bears itself, without spaces. */
export const style = (element: Element): string => {
  const value = element.properties['style'];
  return typeof value === 'string' ? value.toLowerCase().replace(/\s+/g, '') : '';
};

/** Whether an element is not shown. A saved WeChat article still hides its text, which a script was to show. */
export function isHidden(element: Element): boolean {
  const { hidden, type, id } = element.properties;
  return (
    UNSEEN.has(element.tagName) ||
    hidden === true ||
    hidden === '' ||
    type === 'hidden' ||
    /display:none/.test(style(element)) ||
    (/visibility:hidden/.test(style(element)) && id !== 'js_content')
  );
}

/** How the lines of an element are set, `inherited` being how those around it are. */
export function alignOf(element: Element, inherited: Align): Align {
  const own =
    /text-align:(\w+)/.exec(style(element))?.[1] ??
    (typeof element.properties['align'] === 'string' ? element.properties['align'].toLowerCase() : undefined);
  if (element.tagName === 'center' || own === 'center') return 'center';
  if (own === 'right' || own === 'end') return 'right';
  return own === undefined ? inherited : undefined;
}

/** The text of an element in one line, without what is not shown. */
export function plainOf(element: Element): string {
  const text = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.value;
        if (node.type !== 'element' || isHidden(node)) return '';
        if (node.tagName === 'br') return ' ';
        const inner = text(node.children);
        if (node.tagName === 'sup' || node.tagName === 'sub')
          return raised(inner, node.tagName === 'sup' ? 'superscript' : 'subscript') ?? inner;
        return BLOCKS.has(node.tagName) ? `${inner} ` : inner;
      })
      .join('');
  return foldSpace(text(element.children).replace(/(?<![ \t\r\n\f])[ \t\r\f]*\n[ \t\r\n\f]*/g, '\n')).trim();
}
