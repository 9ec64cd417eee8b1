import { readChineseQuantities } from '../../language/quantities/chinese.ts';
import { readEnglishQuantities } from '../../language/quantities/english.ts';
import type { Quantity } from '../../language/quantities/quantity.ts';
import type { Block } from '../../model/block.ts';
import { type PublishedText, textToRecord } from '../../model/published.ts';
import { overlap, type QuoteMatch } from '../../model/quote.ts';
import type { ReplyRecord } from '../../model/reply.ts';
import { personalMatches } from '../../rules/personal/index.ts';

/** What a reader of a proof ticks. */
type ItemKind = 'private' | 'date' | 'number' | 'name';

/** Words of a text that are to be compared with the original. */
export interface TextItem extends QuoteMatch {
  readonly kind: ItemKind;
  readonly words: string;
}

const DATES: ReadonlySet<Quantity['kind']> = new Set(['date', 'year-month', 'month-day', 'month', 'day']);

/** The hundred most common surnames, and those of two characters: what comes between one and a post is a name. */
const SURNAMES =
  '(?:欧阳|司马|上官|诸葛|尉迟|皇甫|令狐|东方|慕容|公孙|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])';
const POST =
  '(?:代表|委员|同志|先生|女士|书记|主任|局长|厅长|部长|市长|县长|区长|乡长|镇长|村长|处长|科长|院长|校长|所长|站长|主席|秘书长|总工程师|工程师|调研员|董事长|经理)';
const GIVEN = '[\\p{Script=Han}○〇×某]{1,2}';

/** Names before or after what they are called by, in Chinese. */
const PERSONS: readonly RegExp[] = [
  new RegExp(`${SURNAMES}${GIVEN}(?=${POST})`, 'gu'),
  new RegExp(
    `(?<=${POST}|[人员][:：]\\s?)${SURNAMES}${GIVEN}?(?=[，。；、：（）()/说在到等的和与及主负作率带]|$)`,
    'gu',
  ),
];

/** Bodies and places: a run of characters without those that join words, up to what such names end in; 农村, 城乡 and 下乡 are none. */
const BODIES =
  /[^\P{Script=Han}的和与及在对由从到向将把是为了请各本我该等会同经以至并或被让使有无全内外上下前后]{1,14}(?:委员会|人民政府|办公室|管委会|街道|公司|集团|中心|大队|支队|学校|医院|煤矿|矿区|水库|(?:厅|局|镇|(?<![城下家老侨水])乡(?!村)|(?<![农乡山渔全])村)(?!长))/gu;

/** English proper names of two words and more. */
const PROPER = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+(?:(?: (?:of|the|and|for|in|on)){0,2} \p{Lu}[\p{L}’'-]+)+/gu;

/** The sign by which an item of a list or a heading is counted: 一、 （一） 1. ①. */
const ENUMERATOR =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))/u;

/** Digits that nothing else reads: numbers of documents, codes, lists. */
const DIGITS = /[\d０-９][\d０-９.,:：/〔〕\-—~～]*/gu;

const found = (kind: ItemKind, text: string, pattern: RegExp): Omit<TextItem, 'block'>[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ kind, words, start: index, end: index + words.length }));

/** Where words that are known are in a text. */
function known(text: string, names: readonly string[]): Omit<TextItem, 'block'>[] {
  return names
    .filter((name) => name.length > 1)
    .flatMap((name) => found('name', text, new RegExp(RegExp.escape(name), 'gu')));
}

/**
 * Every number, date and name of a text, and what looks like private details in it, in their order and none within another; `names` are
 * those that the record gives. A name is offered where something says that it is one: more are ticked than need be.
 */
export function textItems(
  { id, text }: Pick<Block, 'id' | 'text'>,
  chinese: boolean,
  names: readonly string[],
): TextItem[] {
  const quantities = (chinese ? readChineseQuantities(text) : readEnglishQuantities(text))
    // 一 alone is seldom a number: 一是, 统一.
    .filter(({ firm, text: words }) => firm || !/^(?:一|one|an?|first)$/i.test(words));
  const candidates: Omit<TextItem, 'block'>[] = [
    ...personalMatches(text).map(({ index, written }) => ({
      kind: 'private' as const,
      words: written,
      start: index,
      end: index + written.length,
    })),
    // 李四委员 is a name, and no four.
    ...known(text, names),
    ...(chinese ? PERSONS.flatMap((pattern) => found('name', text, pattern)) : []),
    ...quantities.map(({ kind, text: words, start, end }) => ({
      kind: DATES.has(kind) ? ('date' as const) : ('number' as const),
      ...{ words, start, end },
    })),
    ...(chinese ? [] : found('name', text, PROPER)),
    ...(chinese ? found('name', text, BODIES) : []),
    ...found('number', text, DIGITS),
  ];
  const outset = ENUMERATOR.exec(text)?.[0].length ?? 0;
  const taken: TextItem[] = [];
  for (const candidate of candidates) {
    const item = { ...candidate, block: id };
    if (item.start >= outset && !taken.some((other) => overlap(other, item))) taken.push(item);
  }
  return taken.sort((one, other) => one.start - other.start);
}

/** A text as it is compared: without white space, all characters in one width. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** What becomes public with a letter that was not before. */
export interface Novelty {
  /** The day on which its text was recorded as published last; none where it never was. */
  readonly since: string | undefined;
  /** Lines of its head and blocks of its text that are new or other than they were; of a letter never published, none are listed. */
  readonly added: readonly { readonly id: string; readonly text: string }[];
  /** Words that were public and are no more. */
  readonly removed: readonly string[];
  /** Names that are in no other letter of the site. */
  readonly names: readonly string[];
  /** Files that had no address before. */
  readonly files: readonly string[];
}

interface NoveltyOptions {
  readonly record: ReplyRecord;
  readonly blocks: readonly Block[];
  readonly last: PublishedText | undefined;
  /** Names in the letter. */
  readonly names: readonly string[];
  /** The texts of the other letters. */
  readonly others: readonly string[];
  /** The letter's files, and whether each was published. */
  readonly files: readonly { readonly name: string; readonly published: boolean }[];
}

/** Compares a letter with what was published of it and of others. */
export function novelty({ record, blocks, last, names, others, files }: NoveltyOptions): Novelty {
  const now = textToRecord(record, blocks, '');
  const before = new Set([...(last?.head ?? []), ...(last?.blocks ?? []).map(({ text }) => text)]);
  const lines = [...now.head.map((text) => ({ id: '', text })), ...now.blocks.map(({ id, text }) => ({ id, text }))];
  const after = new Set(lines.map(({ text }) => text));
  return {
    since: last?.recorded,
    added: last === undefined ? [] : lines.filter(({ text }) => !before.has(text)),
    removed: [...before].filter((text) => !after.has(text)),
    names: [...new Set(names)].filter((name) => !others.some((text) => text.includes(name))),
    files: files.flatMap(({ name, published }) => (published ? [] : [name])),
  };
}
