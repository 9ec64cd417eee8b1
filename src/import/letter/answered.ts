import { fold, halfWidth } from './fold.ts';
import { KIND, kindIn, OF, otherKind } from './kinds.ts';
import { type NamedTitle, namedTitles, QUOTED } from './named-titles.ts';
import { proposersBefore } from './proposers.ts';

/** A document that a reply answers, as far as the letter's own words say. */
export interface Answered {
  /** What it is called: 建议, 提案, 议案. */
  readonly kind: string | undefined;
  readonly body: string | undefined;
  readonly session: string | undefined;
  readonly meeting: string | undefined;
  readonly number: string | undefined;
  readonly title: string | undefined;
  /** Who put this one forward, where the letter answers several and says of each whose it is. */
  readonly proposers?: readonly string[] | undefined;
}

const COUNT = '[一二三四五六七八九十百零〇\\d]{1,6}';
const CONTEXT = new RegExp(
  `(?<place>[\\p{Script=Han}]{0,30}?)(?<before>全国人大|全国政协|人民代表大会|人大|政协)?(?<session>第?${COUNT}届)(?<after>[\\p{Script=Han}]{0,12}?(?:全国|省|市|县|区|州|盟|旗|自治区|自治县)委员会|委员会|全国人大|全国政协|人民代表大会|人大|政协)?(?<standing>常务委员会|常委会)?(?<meeting>第?${COUNT}次(?:全体)?(?:会议|全会|人代会))?`,
  'u',
);
const SESSION = new RegExp(`第?${COUNT}届`, 'u');
const BODY_ALONE = /^(?<place>[\p{Script=Han}]{0,12}?)(?<body>人大常委会|人民代表大会|人大|政协|人代会)/u;
/** Where the words of a body cannot have begun yet. */
const BEFORE_BODY =
  /^.*(?:关于对|关于|落实|研究处理|[局厅委部办院府会处心社馆]对|有关|在|于|[您你]们?|提出|所提|参加|\d年度?|今年|去年|本年|本次|[,，。:：;；(《“])/u;
/** 第42号, 第0042号, 第A12号, 第2024-42号, 第8-4-117号, 第农12号, 第四十二号, 第（42）号; without 第 only in digits. */
const DIGITS = '[A-Za-z]{0,4}\\d{1,20}(?:-\\d{1,6}){0,2}';
const ONE_NUMBER = `(?:(?:第|编号:?|No\\.?)(?:\\p{Script=Han}{1,3}(?=[A-Za-z\\d]))?[〔(]?(?:${DIGITS}|[一二三四五六七八九十百零〇]{1,7})[〕)]?|${DIGITS})`;
const NUMBERS = new RegExp(`(?<![〔〕)\\dA-Za-z/-])${ONE_NUMBER}号?(?:(?:[、,和及与]|以及)${ONE_NUMBER}号?)*`, 'gu');

interface Item {
  kind: string | undefined;
  body: string | undefined;
  session: string | undefined;
  meeting: string | undefined;
  number: string | undefined;
  title: string | undefined;
  proposers?: readonly string[];
}

interface Context {
  readonly body: string | undefined;
  readonly session: string | undefined;
  readonly meeting: string | undefined;
}

const NO_CONTEXT: Context = { body: undefined, session: undefined, meeting: undefined };
const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

/** Words in two forms, folded for patterns and as printed, whose code units are at the same places. */
interface Words {
  readonly folded: string;
  readonly printed: string;
}

const sliceOf = ({ folded, printed }: Words, start: number, end?: number): Words => ({
  folded: folded.slice(start, end),
  printed: printed.slice(start, end),
});

/** The number within its class, or among all, that a proposal bears besides its own: 第01234号（经济发展类056号）, 130512号（总第512号）. */
const CLASS_NUMBER = /\((?:[^()]{1,14}类|总|总编)(?:第|[A-Z])?\d{1,6}号\)/gu;

/** Words without those in quotation marks, which are another document's, without numbers within a class and without spaces. */
function outsideQuotes(words: Words): Words {
  const drop = [/ +/gu, QUOTED, CLASS_NUMBER].flatMap((pattern) => [...words.folded.matchAll(pattern)]);
  const dropped = new Set(
    drop.flatMap(({ index, 0: found }) => Array.from({ length: found.length }, (_, at) => index + at)),
  );
  const keep = (text: string) =>
    text
      .split('')
      .filter((_, at) => !dropped.has(at))
      .join('');
  return { folded: keep(words.folded), printed: keep(words.printed) };
}

/** The body, session and meeting that words name; empty where they name none. */
function contextOf(words: Words): Context {
  const at = words.folded.search(SESSION);
  const named = at === -1 ? words.folded.search(/人大|人民代表大会|人代会|政协/u) : at;
  const start = BEFORE_BODY.exec(words.folded.slice(0, Math.max(named, 0)))?.[0].length ?? 0;
  const after = words.folded.slice(start);
  const joint =
    /^(?:(?:代表|委员)?(?:建议|提案|议案)|对|就|办理|答复|(?:和(?!平)|及|与|以及|、))+(?=.)/u.exec(after)?.[0].length ??
    0;
  const own = sliceOf(words, start + joint);
  const match = CONTEXT.exec(own.folded);
  if (match?.groups) {
    const { place = '', before = '', session = '', after = '', standing = '', meeting = '' } = match.groups;
    // The groups follow one another, the meeting last.
    let from = match.index;
    const [ofPlace = '', ofBefore = '', ofSession = '', ofAfter = '', ofStanding = ''] = [
      place,
      before,
      session,
      after,
      standing,
    ].map((part) => {
      from += part.length;
      return own.printed.slice(from - part.length, from);
    });
    const end = match.index + match[0].length;
    // 县政协第九届委员会 is 县政协; 政协某县第九届委员会 has its name in two parts.
    const isNamed = before !== '' && after === '委员会';
    return {
      body: orNone(ofPlace + ofBefore + (isNamed ? '' : ofAfter) + ofStanding),
      session: orNone(ofSession),
      meeting: orNone(own.printed.slice(end - meeting.length, end)),
    };
  }
  // 人大代表建议 names no congress.
  const alone = /^(?:人大代表|政协委员)/u.test(own.folded) ? undefined : BODY_ALONE.exec(own.folded)?.[0].length;
  return alone === undefined ? NO_CONTEXT : { ...NO_CONTEXT, body: own.printed.slice(0, alone) };
}

/** The single numbers of a run of them: 第42、45号 → 第42号, 第45号. One that is printed whole stays as it is. */
function singleNumbers({ folded, printed }: Words): string[] {
  if (/^第[^、,和及与以()〔〕]+号$/u.test(folded)) return [printed];
  return folded
    .split(/[、,和及与以]+/u)
    .map((one) => one.replace(/^(?:第|编号:?|No\.?)|号$/gu, '').replace(/[〔〕()]/gu, ''))
    .filter((core) => core !== '')
    .map((core) => `第${core}号`);
}

/** The items that words count up by number: 县十八届人大四次会议第42号建议. */
function numberedItems(words: Words): Item[] {
  const items: Item[] = [];
  let from = 0;
  let context = NO_CONTEXT;
  for (const { 0: run, index } of words.folded.matchAll(NUMBERS)) {
    if (!run.includes('号') || index < from) continue;
    const before = sliceOf(words, from, words.folded.slice(0, index).replace(/[(〔]$/u, '').length);
    const own = contextOf(before);
    if (own.body !== undefined || own.session !== undefined) context = own;
    const end = index + run.length;
    const kind =
      new RegExp(`^(?:\\))?${OF}(${KIND})`, 'u').exec(words.folded.slice(end))?.[1] ??
      new RegExp(`(${KIND})(?:\\(|〔)?$`, 'u').exec(before.folded)?.[1];
    for (const number of singleNumbers(sliceOf(words, index, end)))
      items.push({ kind, ...context, number, title: undefined });
    from = end;
  }
  // 第42号和第45号建议: only the last number is followed by the kind.
  items.reduceRight<string | undefined>((next, item) => {
    item.kind ??= next;
    return item.kind;
  }, undefined);
  return items;
}

/** Where the words of an opening stand that say what is answered: thanks and greetings may come before them. */
function saying(folded: string): readonly [start: number, end: number] {
  const at = Math.max(folded.search(/收悉|收到|提出|提交|《/u), 0);
  const start = Math.max(folded.lastIndexOf('。', at), folded.lastIndexOf('!', at)) + 1;
  const length = folded.slice(at).search(/收悉|现答复|答复如下|。|$/u);
  return [start, at + Math.max(length, 0)];
}

/** What a reply answers: read from its title and the first paragraphs after the addressee, in the order in which they name it. */
export function findAnswered(title: string, opening: readonly string[]): Answered[] {
  const wordsOf = (text: string): Words => ({ folded: fold(halfWidth(text)), printed: halfWidth(text) });
  const whole = wordsOf(title.replace(/\s+/gu, ''));
  const own = outsideQuotes(whole);
  const ofTitle = numberedItems(own);
  const openings = opening.map(wordsOf);
  const first = openings.find(({ folded }) => namedTitles(folded, folded).length > 0 || /收悉|提出/u.test(folded));
  const said =
    first === undefined ? { folded: '', printed: '' } : outsideQuotes(sliceOf(first, ...saying(first.folded)));
  const ofOpening = numberedItems(said);
  const items = ofTitle.length >= ofOpening.length && ofTitle.length > 0 ? ofTitle : ofOpening;
  const kind = kindIn(own.folded) ?? kindIn(said.folded) ?? otherKind(own.folded) ?? otherKind(said.folded);
  const titleContext = contextOf(own);
  const openingContext = contextOf(said);
  if (items.length === 0) items.push({ kind, ...NO_CONTEXT, number: undefined, title: undefined });
  const isInTitle = titleContext.session !== undefined || titleContext.body !== undefined;
  for (const item of items) {
    if (item.body === undefined && item.session === undefined)
      Object.assign(item, isInTitle ? titleContext : openingContext);
    if (item.session === undefined && openingContext.session !== undefined) {
      Object.assign(item, {
        session: openingContext.session,
        meeting: openingContext.meeting,
        body: item.body ?? openingContext.body,
      });
    }
    item.kind ??= kind;
  }
  giveTitles(
    items,
    first ? namedTitles(first.printed, first.folded) : [],
    namedTitles(whole.printed, whole.folded),
    first?.folded ?? '',
  );
  for (const item of items) item.kind ??= /(建议|提案|议案)$/u.exec(fold(item.title ?? ''))?.[1];
  if (first) giveProposers(items, first.printed);
  return items;
}

/** Gives each of several items those who put it forward, where the opening names them right before each title: 王某代表提出的《…》、李某委员提出的《…》. */
function giveProposers(items: readonly Item[], opening: string): void {
  const own = items.map(({ title }) => {
    const at = title === undefined ? -1 : opening.indexOf(title);
    return at === -1 ? [] : proposersBefore(opening.slice(0, at));
  });
  if (items.length < 2 || own.some((names) => names.length === 0)) return;
  for (const [index, item] of items.entries()) item.proposers = own[index] ?? [];
}

/** Gives each item its title: the one beside its number, else by order where there are as many, else the best for a single item. */
function giveTitles(
  items: Item[],
  inOpening: readonly NamedTitle[],
  inTitle: readonly NamedTitle[],
  folded: string,
): void {
  const named = inOpening.length > 0 ? inOpening : inTitle;
  const [only] = items;
  if (items.length === 1 && only) {
    only.title = named.reduce<NamedTitle | undefined>(
      (best, one) => (best && best.score >= one.score ? best : one),
      undefined,
    )?.title;
    return;
  }
  for (const item of items) {
    const number = fold(item.number ?? '').replace(/^第|号$/gu, '');
    const after = new RegExp(`^ *[(〔]?[^()〔〕《》“”,。、]{0,6}?(?<![\\d-])${number}(?![\\d-])`, 'u');
    const before = new RegExp(`(?<![\\d-])${number}(?![\\d-])号?[^()〔〕《》“”,。、\\d]{0,10}$`, 'u');
    const follows = named.filter(({ end }) => after.test(folded.slice(end, end + 16)));
    const beside = follows.length > 0 ? follows : named.filter(({ start }) => before.test(folded.slice(0, start)));
    if (beside.length === 1) item.title = beside[0]?.title;
  }
  if (items.every(({ title }) => title === undefined) && named.length === items.length) {
    for (const [index, item] of items.entries()) item.title = named[index]?.title;
  }
}
