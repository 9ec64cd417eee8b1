import { FILLER } from './fold.ts';

/** A stretch of a folded text: from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a number turned out to be. `dismissed` has the form of one, and its neighbours say that it is none. */
export type NumberKind = 'identity-card' | 'bank-card' | 'mobile';

export interface FoundNumber extends Stretch {
  readonly kind: NumberKind;
  readonly dismissed: boolean;
}

/** Digits with what may part their groups: spaces, dashes, dots, commas, bars of cells, quotation and other marks, one line's end. */
const RUN = /\d(?:[\u2060 \t\r\n._/\\,、;|~()*"'“”‘’+=:[\]【】「」-]{0,5}\d)*/g;
const DIGITS = /\d(?:\u2060*\d)*/g;

/** Most groups that a number is cut into, and most digits that one has with its country's code. */
const MOST_GROUPS = 19;
const MOST_DIGITS = 19;

interface Group extends Stretch {
  readonly digits: string;
}

/** Consecutive groups of a run, with what parts them and what comes before and after. */
interface Candidate extends Stretch {
  readonly digits: string;
  readonly sizes: readonly number[];
  /** What parts the groups, without fillers. */
  readonly separators: readonly string[];
  /** What parts the first group from one before it, and the last from one after it; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** The digits of the groups that go on before and after it in its own sizes, the same way: perhaps numbers of the same kind. */
  readonly alike: readonly string[];
  /** Whether a plus comes before it. */
  readonly isInternational: boolean;
  readonly context: Context;
}

/** The words around a number. */
interface Context {
  readonly isTelephone: boolean;
  readonly isCard: boolean;
  readonly isIdentity: boolean;
  /** Named as the number of something else: a document, an index, a case, an order. */
  readonly isOtherNumber: boolean;
  /** Followed by a unit, or preceded by a currency. */
  readonly isQuantity: boolean;
  /** In the address of a page. */
  readonly isInAddress: boolean;
}

/** How far words reach that say what a number is. */
const REACH = 30;

const TELEPHONE =
  /(?:电话|手机|移动号|联系|联络|致电|拨打|来电|短信|热线|微信|号码|mobile|phone|tel|call|contact|cell|sms)[^\d\n]{0,12}$/i;
const CARD = /(?:卡号|银行|账号|帐号|账户|帐户|card|bank|account)[^\d\n]{0,12}$/i;
const IDENTITY = /(?:身份证|公民身份|证件|identity|ID)[^\d\n]{0,14}$/;
const OTHER_NUMBER =
  /(?:(?:文|编|索引|案|流水|受理|登记|备案|许可|证|单|序|批|合同|发票|票据|凭证|图斑|宗地|项目|工程|卷|档|档案|订|货|公告|标准|版|字)号|编码|代码|条码|条形码|document|index|file|case|order|serial|reference|permit|project|contract)[^\d\n，。；、,;.]{0,10}$|第[（( ]?$/i;
const NUMBERED_AFTER = /^[ \u2060]?号(?!楼|院|线|机|码)/;
const CURRENCY = /(?:[¥￥$€£]|人民币|RMB|CNY|USD|金额[为：: ]?)[ \u2060]?$/;
const MEASURE =
  /^[\u2060)]?[ ]?[余多]?(?:元|万|亿|千|美元|欧元|港元|亩|公顷|平方|立方|平米|米|公里|里|吨|公斤|千克|克|升|度电|千瓦|兆瓦|字节|%|‰|yuan\b|rmb\b|cny\b|usd\b|dollars?\b|mu\b|hectares?\b|ha\b|k?m[²³23]?\b|kg\b|tonnes?\b|tons?\b|kwh?\b|bytes?\b|[km]b\b)/i;
/** What is counted: with a word for a telephone before the number, these begin the next word. */
const COUNTED =
  /^(?:[余多]?(?:人|户|株|棵|次|件|个|份|套|辆|台|头|只|处|条|项|座|家|名|位|块|册|页|字)| (?:people|persons|households|items)\b)/;
const ENDS_ADDRESS = /[\s"'<>()（）]/;
const TELEPHONE_IN_ADDRESS = /(?:tel|phone|mobile)=$/i;

function contextOf(text: string, { start, end }: Stretch): Context {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const isTelephone = TELEPHONE.test(before);
  return {
    isTelephone,
    isCard: CARD.test(before),
    isIdentity: IDENTITY.test(before),
    isOtherNumber: OTHER_NUMBER.test(before) || NUMBERED_AFTER.test(after),
    isQuantity: CURRENCY.test(before) || MEASURE.test(after) || (!isTelephone && COUNTED.test(after)),
    isInAddress: isInAddress(text.slice(Math.max(0, start - 200), start)) && !TELEPHONE_IN_ADDRESS.test(before),
  };
}

/** Whether a text ends within the address of a page. */
function isInAddress(before: string): boolean {
  const at = before.lastIndexOf('://');
  return at !== -1 && !ENDS_ADDRESS.test(before.slice(at));
}

/** The numbers of persons in a folded text, in its order; also what only looks like one. */
export function personalNumbers(text: string): FoundNumber[] {
  return Array.from(text.matchAll(RUN)).flatMap((run) => inRun(text, run[0], run.index));
}

function inRun(text: string, run: string, at: number): FoundNumber[] {
  if (run.length < 11) return [];
  const groups = Array.from(run.matchAll(DIGITS), ({ 0: written, index }): Group => {
    return { digits: written.replaceAll(FILLER, ''), start: at + index, end: at + index + written.length };
  });
  const found: FoundNumber[] = [];
  for (let first = 0; first < groups.length; ) {
    const number = numberAt(text, groups, first);
    if (number === undefined) {
      first += 1;
      continue;
    }
    found.push(number.found);
    first = number.next;
  }
  return found;
}

/** Kinds of numbers, longest first: what digits alone say is looked at before the words around them, which takes far longer. */
const KINDS: readonly {
  readonly mayBe: (digits: string) => boolean;
  readonly find: (text: string, candidate: Candidate) => FoundNumber | undefined;
}[] = [
  {
    mayBe: (digits) =>
      (/^\d{17,18}$/.test(digits) && hasBirthday(digits.slice(6, 14))) ||
      (/^\d{15}$/.test(digits) && hasBirthday(`19${digits.slice(6, 12)}`)),
    find: identityCard,
  },
  { mayBe: (digits) => CARD_FORM.test(digits), find: bankCard },
  { mayBe: (digits) => MOBILE.test(digits), find: mobile },
];

/** The number that begins with a group, and the group after it. The longest kind counts. */
function numberAt(text: string, groups: readonly Group[], first: number) {
  for (const { mayBe, find } of KINDS) {
    let digits = '';
    for (let last = first; last < Math.min(groups.length, first + MOST_GROUPS); last += 1) {
      digits += groups[last]?.digits ?? '';
      if (digits.length > MOST_DIGITS) break;
      if (!mayBe(digits)) continue;
      const found = find(text, candidateOf(text, groups, first, last, digits));
      if (found !== undefined) return { found, next: last + 1 };
    }
  }
  return undefined;
}

function candidateOf(text: string, groups: readonly Group[], first: number, last: number, digits: string): Candidate {
  const own = groups.slice(first, last + 1);
  const between = (index: number) => {
    const [one, other] = [groups[index], groups[index + 1]];
    return one === undefined || other === undefined ? '' : text.slice(one.end, other.start).replaceAll(FILLER, '');
  };
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
  const sizes = own.map((group) => group.digits.length);
  const isOfSizes = (some: readonly Group[]) =>
    some.length === own.length && some.every((group, index) => group.digits.length === sizes[index]);
  const neighbours = [
    groups.slice(Math.max(0, first - own.length), first),
    groups.slice(last + 1, last + 1 + own.length),
  ];
  return {
    start,
    end,
    digits,
    sizes,
    alike: neighbours.filter(isOfSizes).map((some) => some.map((group) => group.digits).join('')),
    separators: own.slice(1).map((_, index) => between(first + index)),
    before: first === 0 ? '' : between(first - 1),
    after: between(last),
    isInternational: text[start - 1] === '+',
    context: contextOf(text, { start, end }),
  };
}

/** What ends an identity number instead of a digit: X, and what is taken for it. */
const X = /^\u2060?[ ._(-]{0,3}([Xx×✕✖ХхΧχ])(?![A-Za-z\d])/;

/** GB 11643: 17 digits with a date and a check character; before 1999 15 digits without one. */
function identityCard(text: string, candidate: Candidate): FoundNumber | undefined {
  const { digits, start, end, context, sizes } = candidate;
  if (!context.isIdentity && !isWrittenAsOne(candidate, isIdentityNumber)) return undefined;
  const dismissed = context.isQuantity;
  if (digits.length === 18 && (isIdentityNumber(digits) || (context.isIdentity && hasBirthday(digits.slice(6, 14)))))
    return isSocialCreditCode(digits) ? undefined : { kind: 'identity-card', start, end, dismissed };
  if (digits.length === 17) {
    const [written] = X.exec(text.slice(end, end + 5)) ?? [];
    if (
      written !== undefined &&
      (isIdentityNumber(`${digits}X`) || (context.isIdentity && hasBirthday(digits.slice(6, 14))))
    )
      return { kind: 'identity-card', start, end: end + written.length, dismissed: false };
  }
  const isOld = digits.length === 15 && PROVINCE.test(digits) && hasBirthday(`19${digits.slice(6, 12)}`);
  const isGrouped = sizes.length === 1 || sizes.join('-') === '6-6-3' || candidate.separators.join('').includes('\n');
  if (!isOld || !(isGrouped || context.isIdentity)) return undefined;
  const isOther = context.isOtherNumber || context.isInAddress;
  return { kind: 'identity-card', start, end, dismissed: !context.isIdentity && (dismissed || isOther) };
}

/** The first two digits of a place's code (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;

function hasBirthday(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** GB 11643-1999: 17 digits, of which eight a real date, and a check character (ISO 7064, MOD 11-2). */
function isIdentityNumber(digits: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase() && hasBirthday(digits.slice(6, 14));
}

const CARD_FORM = /^(?:62|4\d|5[1-5]|35|30|36|37|9\d)\d{13,17}$/;

function bankCard(_text: string, candidate: Candidate): FoundNumber | undefined {
  const { digits, start, end, context, sizes } = candidate;
  if (!CARD_FORM.test(digits) || !passesLuhn(digits) || isSocialCreditCode(digits)) return undefined;
  // Cards are printed in fours, seldom in six and more; other groups are other numbers, unless words say that they are a card.
  const isGrouped = sizes.slice(0, -1).every((size) => size >= 4) || digits.startsWith('62');
  if (!(isGrouped && isWrittenAsOne(candidate, passesLuhn)) && !context.isCard) return undefined;
  const isOther = context.isOtherNumber || context.isInAddress;
  return { kind: 'bank-card', start, end, dismissed: !context.isCard && (context.isQuantity || isOther) };
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The code that every company and office bears in public (GB 32100-2015): two weights of three, modulo 31. */
export function isSocialCreditCode(code: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const values = [...code].map((sign) => signs.indexOf(sign));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === values[17];
}

/** Number ranges of mobile telephones (工业和信息化部, 电信网编号计划), after the country's code or the 0 of long distance. */
const MOBILE = /^(?:\+?(?:00|0)?86|0)?((?:13\d|14[5-9]|15[0-35-9]|16[2567]|17[0-8]|18\d|19\d)\d{8})$/;

function mobile(text: string, candidate: Candidate): FoundNumber | undefined {
  const { digits, start, end, context } = candidate;
  const [, bare = ''] = MOBILE.exec(digits) ?? [];
  if (bare === '' || !isTelephoneForm(candidate, digits.length - bare.length)) return undefined;
  const { isTelephone, isQuantity, isOtherNumber, isInAddress } = context;
  // Documents are numbered with their date behind the number of an office.
  const hasDate =
    candidate.sizes.length === 1 && /^(?:19[89]|20[0-3])/.test(bare.slice(3)) && hasBirthday(bare.slice(3));
  const dismissed = isQuantity || isInAddress || (!isTelephone && (isOtherNumber || hasDate));
  return { kind: 'mobile', start: text[start - 1] === '+' ? start - 1 : start, end, dismissed };
}

/** What parts the numbers of a list or of cells, and the groups of one number as often. */
const LISTING = /[,、;|"“”‘’「」]/;
/** Marks around each group, which nobody sets around the numbers of a list. */
const QUOTING = /["“”‘’「」]/;
/** The groups that telephone, identity and card numbers are written in. */
const USUAL = /^(?:3-4-4|4-4-3|6-8-[34]|6-6-3|4-4-4-[34]|4-4-4-4-[1-3])$/;

/**
 * Whether groups are one number rather than a list of numbers: one end of a line at most, and nothing goes on the same way but a number of
 * the kind. Parted as lists are, they have to be usual groups, of which one begins with a nought or the first is of a card.
 */
function isWrittenAsOne(candidate: Candidate, isOfKind: (digits: string) => boolean): boolean {
  const { separators, before, after, digits, sizes, alike } = candidate;
  if (separators.filter((part) => part.includes('\n')).length > 1) return false;
  const isIdentity = isIdentityNumber(digits.length === 17 ? `${digits}X` : digits);
  const isListed = separators.some((part) => LISTING.test(part));
  const hasNought = hasLeadingZero(sizes, digits);
  if (isListed) {
    const isEven = new Set(separators.map((part) => part.replaceAll(/\s/g, ''))).size === 1;
    const isUnlisted =
      separators.every((part) => QUOTING.test(part)) || hasNought || isIdentity || /^62\d{14,}$/.test(digits);
    if (!isEven || !USUAL.test(sizes.join('-')) || !isUnlisted) return false;
  }
  // Whatever comes before it in a list: a birthday with its check digit, and a group that begins with a nought, are in no list of numbers.
  if (isIdentity || (isListed && hasNought)) return true;
  const goesOn = [before, after].some((part) => part !== '' && separators.includes(part));
  return !goesOn || alike.some(isOfKind);
}

const isMobileNumber = (digits: string) => MOBILE.test(digits);

/** Whether digits are grouped as those of a telephone. `prefix` digits at the beginning are the country's code. */
function isTelephoneForm(candidate: Candidate, prefix: number): boolean {
  const { sizes, separators, before, after, digits, context } = candidate;
  if (sizes.length === 1) return context.isTelephone || !(before === '.' || after === '.');
  const hasOwnPrefix = prefix > 0 && sizes[0] === prefix;
  const own = hasOwnPrefix ? sizes.slice(1) : [(sizes[0] ?? 0) - prefix, ...sizes.slice(1)];
  if (hasOwnPrefix && /[.,]/.test(separators[0] ?? '') && !candidate.isInternational) return false;
  const parts = hasOwnPrefix ? separators.slice(1) : separators;
  if (parts.length === 0) return true;
  const kinds = new Set(parts.map((part) => part.replaceAll(/[ \t\r]/g, '').slice(0, 1)));
  const breaks = parts.filter((part) => part.includes('\n')).length;
  if (context.isTelephone) return !isThousands(own, kinds);
  if (!isWrittenAsOne(candidate, isMobileNumber) || isThousands(own, kinds)) return false;
  // 4013800.138 38513800.138: decimals side by side.
  if ([before, after].includes('.') && !kinds.has('.')) return false;
  const grouping = own.join('-');
  if (parts.length === 1) return breaks === 1 || (/^(?:3-8|7-4)$/.test(grouping) && !kinds.has('.'));
  if (isInternetAddress(own, parts, digits)) return false;
  if (/^(?:3-4-4|4-4-3)$/.test(grouping)) return !/^(?:19|20)\d\d(?:19|20)\d\d/.test(digits);
  if (parts.length === 2 && kinds.size === 1 && own.every((size) => size >= 2)) return true;
  // In a list of numbers none begins with a zero.
  return (kinds.size === 1 && !kinds.has('')) || hasLeadingZero(own, digits.slice(prefix)) || breaks === 1;
}

const isThousands = (sizes: readonly number[], kinds: ReadonlySet<string>) =>
  [',', '、', '|', ';', '', '.'].some((kind) => kinds.has(kind)) && sizes.slice(1).every((size) => size === 3);

const isInternetAddress = (sizes: readonly number[], parts: readonly string[], digits: string) =>
  sizes.length === 4 &&
  parts.every((part) => part === '.') &&
  cut(digits, sizes).every((group) => Number(group) <= 255 && !/^0./.test(group));

const hasLeadingZero = (sizes: readonly number[], digits: string) =>
  cut(digits, sizes)
    .slice(1)
    .some((group) => group.startsWith('0'));

function cut(digits: string, sizes: readonly number[]): string[] {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return sizes.map((size, index) => digits.slice((ends[index] ?? 0) - size, ends[index]));
}
