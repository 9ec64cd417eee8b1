import type { Element, Root } from 'xast';
import { attribute, childNamed, childrenNamed, childValue, elementsNamed } from './xml.ts';

/** One level of a list: how it counts and what it writes. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`: the numbers of levels in their places. */
  readonly text: string;
  /** Whether all numbers are written in Arabic digits here (w:isLgl). */
  readonly legal: boolean;
  /** The level whose next number makes this one begin again; 0 for never. */
  readonly restart: number | undefined;
}

/** What a paragraph's automatic number shows: a label, a bullet, nothing, or something that cannot be written. */
export type AutomaticNumber =
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'bullet' }
  | { readonly kind: 'unknown'; readonly format: string };

const integer = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^-?\d+$/.test(text) ? Number(text) : otherwise;

function readLevel(element: Element): Level {
  const restart = childValue(element, 'w:lvlRestart');
  return {
    start: integer(childValue(element, 'w:start'), 1),
    format: childValue(element, 'w:numFmt') ?? 'decimal',
    text: childValue(element, 'w:lvlText') ?? '',
    legal: childNamed(element, 'w:isLgl') !== undefined,
    restart: restart === undefined ? undefined : integer(restart, 0),
  };
}

function readLevels(parent: Element): Map<number, Level> {
  return new Map(
    childrenNamed(parent, 'w:lvl').map((level) => [integer(attribute(level, 'w:ilvl'), 0), readLevel(level)]),
  );
}

interface List {
  /** Lists of one abstract definition count on from one another. */
  readonly family: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

/** The lists that a document defines, by the id that paragraphs name. */
function readLists(numbering: Root | undefined): Map<string, List> {
  const abstracts = new Map<string, Element>();
  const linked = new Map<string, Element>();
  for (const element of elementsNamed(numbering, 'w:abstractNum')) {
    abstracts.set(attribute(element, 'w:abstractNumId') ?? '', element);
    const styled = childValue(element, 'w:styleLink');
    if (styled !== undefined) linked.set(styled, element);
  }
  const lists = new Map<string, List>();
  for (const element of elementsNamed(numbering, 'w:num')) {
    const family = childValue(element, 'w:abstractNumId') ?? '';
    const own = abstracts.get(family);
    const link = childValue(own, 'w:numStyleLink');
    const abstract = link === undefined ? own : (linked.get(link) ?? own);
    const levels = abstract ? readLevels(abstract) : new Map<number, Level>();
    const restarts = new Map<number, number>();
    for (const override of childrenNamed(element, 'w:lvlOverride')) {
      const level = integer(attribute(override, 'w:ilvl'), 0);
      const start = childValue(override, 'w:startOverride');
      if (start !== undefined) restarts.set(level, integer(start, 1));
      const replaced = childNamed(override, 'w:lvl');
      if (replaced) levels.set(level, readLevel(replaced));
    }
    lists.set(attribute(element, 'w:numId') ?? '', { family, levels, restarts });
  }
  return lists;
}

/** The list and level that a paragraph's properties name. */
interface Membership {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

function membership(properties: Element | undefined): Membership {
  const named = childNamed(properties, 'w:numPr');
  const level = childValue(named, 'w:ilvl');
  return { list: childValue(named, 'w:numId'), level: level === undefined ? undefined : integer(level, 0) };
}

/** Looks up what a paragraph style, or the style it is based on, says of lists. */
function styleMembership(styles: Root | undefined): (styleId: string | undefined) => Membership {
  const all = elementsNamed(styles, 'w:style').filter((style) => attribute(style, 'w:type') === 'paragraph');
  const byId = new Map(all.map((style) => [attribute(style, 'w:styleId') ?? '', style]));
  const standard = all.find((style) => /^(?:1|true|on)$/.test(attribute(style, 'w:default') ?? ''));
  const look = (style: Element | undefined, depth: number): Membership => {
    if (style === undefined || depth > 20) return { list: undefined, level: undefined };
    const own = membership(childNamed(style, 'w:pPr'));
    const base = look(byId.get(childValue(style, 'w:basedOn') ?? ''), depth + 1);
    return { list: own.list ?? base.list, level: own.level ?? base.level };
  };
  return (styleId) => look(styleId === undefined ? standard : byId.get(styleId), 0);
}

/** Counts through a document: gives the automatic number of each paragraph, in the order of the document. */
export function numberer(
  numbering: Root | undefined,
  styles: Root | undefined,
): (paragraph: Element) => AutomaticNumber | undefined {
  const lists = readLists(numbering);
  const fromStyle = styleMembership(styles);
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return (paragraph) => {
    const properties = childNamed(paragraph, 'w:pPr');
    const own = membership(properties);
    const styled = fromStyle(childValue(properties, 'w:pStyle'));
    const id = own.list ?? styled.list;
    if (id === undefined || id === '0') return undefined;
    const at = own.level ?? styled.level ?? 0;
    const list = lists.get(id);
    const level = list?.levels.get(at);
    if (!list || !level) return { kind: 'unknown', format: id };
    const counted = counts.get(list.family) ?? new Map<number, number>();
    counts.set(list.family, counted);
    const restart = begun.has(`${id}/${at}`) ? undefined : list.restarts.get(at);
    begun.add(`${id}/${at}`);
    counted.set(at, restart ?? (counted.has(at) ? (counted.get(at) ?? 0) + 1 : level.start));
    for (const [deeper, { restart: after }] of list.levels) {
      if (deeper > at && after !== 0 && (after === undefined || at < after)) counted.delete(deeper);
    }
    if (level.format === 'bullet') return { kind: 'bullet' };
    return label(list, level, counted);
  };
}

function label(list: List, level: Level, counted: ReadonlyMap<number, number>): AutomaticNumber | undefined {
  let unknown: string | undefined;
  const text = level.text.replace(/%([1-9])/g, (_whole, place: string) => {
    const at = Number(place) - 1;
    const part = list.levels.get(at);
    const format = level.legal ? 'decimal' : (part?.format ?? 'decimal');
    if (format === 'none') return '';
    const written = writeNumber(counted.get(at) ?? part?.start ?? 1, format);
    if (written === undefined) unknown = format;
    return written ?? '';
  });
  if (unknown !== undefined) return { kind: 'unknown', format: unknown };
  // A converter puts a question mark where it lost a sign.
  if (/[?\uFFFD]/u.test(text)) return { kind: 'unknown', format: text };
  return level.format === 'none' || text === '' ? undefined : { kind: 'label', label: text };
}

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const LEGAL = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
/** Largest number that a list of a letter is expected to reach. */
const LARGEST = 99;

/** A number up to 99 in Chinese counting: 十, 十一, 二十. `leading` writes the 一 before the ten of 10 to 19. */
function chinese(value: number, digits: readonly string[], ten: string, leading: boolean): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digits[ones] ?? '';
  const front = tens === 1 && !leading ? '' : (digits[tens] ?? '');
  return front + ten + (ones === 0 ? '' : (digits[ones] ?? ''));
}

/** Roman numerals of 9 and below, written with their own three letters for one, five and ten. */
function romanDigit(digit: number, [one, five, ten]: readonly [string, string, string]): string {
  if (digit === 9) return one + ten;
  if (digit === 4) return one + five;
  return digit >= 5 ? five + one.repeat(digit - 5) : one.repeat(digit);
}

function roman(value: number): string {
  return romanDigit(Math.floor(value / 10), ['X', 'L', 'C']) + romanDigit(value % 10, ['I', 'V', 'X']);
}

/** A, B … Z, AA, BB … as Word counts with letters. */
function letters(value: number): string {
  const letter = String.fromCodePoint('A'.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const fullWidth = (value: number): string =>
  Array.from(String(value), (digit) => String.fromCodePoint('０'.charCodeAt(0) + Number(digit))).join('');

/** Number formats (ECMA-376, 17.18.59 ST_NumberFormat) that an automatic number can be written in. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  chineseCounting: (value) => chinese(value, CHINESE, '十', false),
  chineseCountingThousand: (value) => chinese(value, CHINESE, '十', false),
  japaneseCounting: (value) => chinese(value, CHINESE, '十', false),
  taiwaneseCountingThousand: (value) => chinese(value, CHINESE, '十', false),
  ideographDigital: (value) =>
    Array.from(String(value), (digit) => (digit === '0' ? '〇' : (CHINESE[Number(digit)] ?? ''))).join(''),
  chineseLegalSimplified: (value) => chinese(value, LEGAL, '拾', true),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** A number from 1 to 99 as Word writes it in a format; `undefined` where the format, or so large a number, is not known here. */
export function writeNumber(value: number, format: string): string | undefined {
  if (value < 1 || value > LARGEST) return undefined;
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') {
    return value <= 20 ? String.fromCodePoint('①'.charCodeAt(0) + value - 1) : undefined;
  }
  return FORMATS[format]?.(value);
}
