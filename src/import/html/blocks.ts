import type { Element, Nodes, Root } from 'hast';
import { percentDecoded } from '../../model/web-address.ts';
import { foldSpace } from '../../text/blocks.ts';
import { raised } from '../raised.ts';
import { type Change, type SourceBlock, visibleCharacters } from '../source.ts';
import { type Align, AROUND, alignOf, BLOCKS, isHidden, plainOf, style } from './elements.ts';
import { isDataTable, tableCells, termRows, withoutCaptions } from './tables.ts';

/** The attribute by which the extractor's result is known again. */
const MARK = 'dataDafuBlock';

/** A block of a page, with the element that holds it. */
export interface PageBlock {
  readonly block: SourceBlock;
  /** Its number, which the element that holds it bears for the extractor. */
  readonly mark: string;
  readonly holder: Element;
  /** Whether the page's markup puts it around the text: navigation, footer, a form. */
  readonly around: boolean;
}

/** An image of a page, by the number of the block that it is in or before, and the element around it. */
interface PageImage {
  readonly line: number;
  readonly holder: Element;
  readonly text: string;
}

/** The blocks of a page in order, its images, and what reading changed. Elements that hold blocks are marked. */
interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  readonly images: readonly PageImage[];
  readonly links: readonly Change[];
  readonly changes: readonly Change[];
}

/** What is known of a place in a page from the elements around it. */
interface Place {
  readonly holder: Element;
  readonly heading: number | undefined;
  readonly align: Align;
  readonly bullet: boolean;
  readonly around: boolean;
  /** Whether its line breaks are shown. */
  readonly pre: boolean;
}

/** The gap after a number that comes before Chinese. */
const NUMBER_GAP =
  /(?<=^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]))\s+(?=\p{Script=Han})/u;

/** Reads the blocks of a page: lines where its elements or line breaks end one, and tables of data whole. */
export class PageReader {
  private readonly blocks: PageBlock[] = [];
  private readonly images: PageImage[] = [];
  private readonly links: Change[] = [];
  private readonly changes: Change[] = [];
  private text = '';
  private place: Place | undefined;
  private number = '';

  read(tree: Root): PageBlocks {
    const root: Place = {
      holder: { type: 'element', tagName: 'body', properties: {}, children: [] },
      heading: undefined,
      align: undefined,
      bullet: false,
      around: false,
      pre: false,
    };
    for (const child of tree.children) this.node(child, root);
    this.flush();
    return { blocks: this.blocks, images: this.images, links: this.links, changes: this.changes };
  }

  private get line(): number {
    return this.blocks.length + 1;
  }

  private node(node: Nodes, place: Place): void {
    if (node.type === 'text') this.add(node.value, place);
    if (node.type === 'element') this.element(node, place);
  }

  private add(text: string, place: Place): void {
    for (const [index, line] of (place.pre ? text.split('\n') : [text]).entries()) {
      if (index > 0) this.flush();
      this.place ??= place;
      this.text += line;
    }
  }

  private element(element: Element, place: Place): void {
    if (isHidden(element)) return;
    const { tagName } = element;
    if (tagName === 'br') this.flush();
    else if (tagName === 'img') this.image(element, place);
    else if (tagName === 'sup' || tagName === 'sub') this.raised(element, tagName, place);
    else if (tagName === 'table' && isDataTable(element)) this.table(element, tableCells(element, plainOf), place);
    else if (tagName === 'dl' && termRows(element, plainOf).length > 0)
      this.table(element, { rows: termRows(element, plainOf), merged: [] }, place);
    else if (BLOCKS.has(tagName)) this.blockElement(element, place);
    else this.inline(element, place);
  }

  private blockElement(element: Element, place: Place): void {
    const { tagName } = element;
    this.flush();
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    const inner: Place = {
      holder: element,
      heading: level === undefined ? place.heading : Number(level),
      align: alignOf(element, place.align),
      bullet: tagName === 'li' ? true : tagName === 'ul' || tagName === 'ol' ? false : place.bullet,
      around: place.around || AROUND.has(tagName) || element.properties['role'] === 'navigation',
      pre: place.pre || tagName === 'pre' || /white-space:pre(?:-line|-wrap)?(?:;|$)/.test(style(element)),
    };
    let count = typeof element.properties['start'] === 'number' ? element.properties['start'] - 1 : 0;
    for (const child of element.children) {
      if (tagName === 'ol' && child.type === 'element' && child.tagName === 'li') {
        count += 1;
        this.number = `${count}.`;
      }
      this.node(child, inner);
    }
    this.flush();
  }

  private inline(element: Element, place: Place): void {
    const before = this.text.length;
    const align = alignOf(element, place.align);
    for (const child of element.children) this.node(child, align === place.align ? place : { ...place, align });
    const address = element.tagName === 'a' ? element.properties['href'] : undefined;
    const words = this.text.slice(before).trim();
    if (
      typeof address !== 'string' ||
      words === '' ||
      /^(?:#|javascript:)/i.test(address) ||
      words.includes(address.replace(/^mailto:/, ''))
    )
      return;
    this.links.push({ kind: 'link', line: this.line, text: `${words} ${address}`, removed: '', added: '' });
  }

  private raised(element: Element, tagName: 'sup' | 'sub', place: Place): void {
    const plain = plainOf(element);
    const text = raised(plain, tagName === 'sup' ? 'superscript' : 'subscript');
    this.add(text ?? plain, place);
    if (plain.trim() !== '')
      this.changes.push({
        kind: 'raised',
        line: this.line,
        text: `${this.text.trim().slice(-6)}`,
        removed: '',
        added: '',
      });
  }

  private image(element: Element, { holder }: Place): void {
    const { alt, src } = element.properties;
    const name =
      typeof alt === 'string' && alt.trim() !== '' ? alt.trim() : fileNameIn(typeof src === 'string' ? src : '');
    this.images.push({ line: this.line, text: name, holder });
  }

  private table(element: Element, cells: ReturnType<typeof tableCells>, place: Place): void {
    this.flush();
    const { rows, merged, before, after } = withoutCaptions(cells);
    for (const text of before) this.caption(text, element, place);
    this.tableRows(element, { rows, merged }, place);
    for (const text of after) this.caption(text, element, place);
  }

  /** A row of one cell at a table's beginning or end, as a paragraph of its own. */
  private caption(text: string, element: Element, place: Place): void {
    const { line } = this;
    this.changes.push({ kind: 'table-caption', line, text, removed: '', added: '' });
    this.push(
      { kind: 'paragraph', text, line, heading: undefined, bullet: false, align: place.align },
      { ...place, holder: element },
    );
  }

  private tableRows(
    element: Element,
    { rows, merged }: Pick<ReturnType<typeof withoutCaptions>, 'rows' | 'merged'>,
    place: Place,
  ): void {
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width === 0) return;
    const full = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
    const { line } = this;
    if (merged.length > 0) {
      const repeated = visibleCharacters(merged.join(''));
      this.changes.push({
        kind: 'merged-cells',
        line,
        text: [...new Set(merged)].join('、'),
        removed: '',
        added: repeated,
      });
    }
    this.push({ kind: 'table', rows: full, line }, { ...place, holder: element });
  }

  /** Ends the line that is being read. */
  private flush(): void {
    const { place } = this;
    // In HTML a line break is a space; between Chinese characters it is none.
    const text = foldSpace(
      this.text
        .replace(/(?<![ \t\r\n\f])[ \t\r\f]*\n[ \t\r\n\f]*/g, '\n')
        .replace(/[ \t\f\r]+/g, ' ')
        .replace(/\u3000/g, '\u2003'),
    )
      .replaceAll('\u2003', '\u3000')
      .trim()
      // Word sets a gap between the number of a list and its text.
      .replace(NUMBER_GAP, '');
    this.text = '';
    this.place = undefined;
    if (text === '' || place === undefined) return;
    const number = place.bullet ? this.number : '';
    this.number = '';
    const { line } = this;
    if (number !== '')
      this.changes.push({ kind: 'numbering', line, text: `${number}${text.slice(0, 12)}`, removed: '', added: number });
    this.push(
      {
        kind: 'paragraph',
        text: number + text,
        line,
        heading: place.heading,
        bullet: place.bullet && number === '',
        align: place.align,
      },
      place,
    );
  }

  private push(block: SourceBlock, { holder, around }: Place): void {
    const mark = String(this.blocks.length + 1);
    const marks = holder.properties[MARK];
    holder.properties[MARK] = typeof marks === 'string' ? `${marks} ${mark}` : mark;
    this.blocks.push({ block, mark, holder, around });
  }
}

/** The name of the file that an address ends in, as people read it; `''` where the address holds the file itself. */
function fileNameIn(address: string): string {
  if (address.startsWith('data:')) return '';
  return percentDecoded(address.split('/').at(-1) ?? '');
}
