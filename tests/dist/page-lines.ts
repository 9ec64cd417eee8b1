import { Parser } from 'htmlparser2';

/*
 * What stands on a built page, read a second time and in another way than the index writer does: by the tags as they
 * come. It shares no code with the search that it judges.
 */

/** A line of a page: its text, and the ids and classes of the elements that it stands in. */
export interface PageLine {
  readonly text: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  /** The tag of the innermost element that has lines of its own. */
  readonly tag: string;
}

const INLINE = new Set(
  'a abbr b bdi br button cite code data dfn em i img input ins label mark q rp rt ruby s span strong sub sup svg time u var wbr'.split(
    ' ',
  ),
);
const UNREAD = new Set('button fieldset form h1 nav noscript script select style svg template textarea'.split(' '));
const VOID = new Set('br col hr img input link meta wbr'.split(' '));

interface OpenElement {
  readonly tag: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly unread: boolean;
}

/** The lines of a page's main part that are its text, in order. */
export function pageLines(html: string): PageLine[] {
  const lines: PageLine[] = [];
  const open: OpenElement[] = [];
  let text = '';
  const flush = () => {
    const line = text.replace(/\s+/gu, ' ').trim();
    text = '';
    if (line === '') return;
    lines.push({
      text: line,
      ids: open.flatMap(({ id }) => id ?? []),
      classes: open.flatMap(({ classes }) => classes),
      tag: open.findLast(({ tag }) => !INLINE.has(tag))?.tag ?? '',
    });
  };
  const inMain = () => open.some(({ tag }) => tag === 'main');
  const parser = new Parser({
    onopentag(tag, { id, class: names = '', hidden, ...others }) {
      if (!INLINE.has(tag)) flush();
      if (VOID.has(tag)) return;
      const unread = UNREAD.has(tag) || hidden !== undefined || 'data-pagefind-ignore' in others;
      open.push({ tag, id, classes: names.split(' '), unread });
    },
    ontext(piece) {
      if (inMain() && !open.some(({ unread }) => unread)) text += piece;
    },
    onclosetag(tag) {
      if (!INLINE.has(tag)) flush();
      if (open.at(-1)?.tag === tag) open.pop();
    },
  });
  parser.end(html);
  return lines;
}
