import { type Candidate, candidateOf, type Group, runsOf, type Stretch } from './digit-groups.ts';

/** Most groups that a number is cut into, and most digits that one has with its country's code. */
const MOST_GROUPS = 19;
const MOST_DIGITS = 19;

/** What a number turned out to be. `dismissed` has the form of one, and its neighbours say that it is none. */
export type NumberKind = 'identity-card' | 'bank-card' | 'mobile';

export interface FoundNumber extends Stretch {
  readonly kind: NumberKind;
  readonly dismissed: boolean;
}

/** The numbers of persons in a folded text, in its order; also what only looks like one. */
export function personalNumbers(text: string): FoundNumber[] {
  return runsOf(text).flatMap((groups) => inRun(text, groups));
}

function inRun(text: string, groups: readonly Group[]): FoundNumber[] {
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
  if (!passesLuhn(digits) || isSocialCreditCode(digits)) return undefined;
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
