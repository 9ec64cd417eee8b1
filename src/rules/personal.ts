import type { Bilingual, Finding } from '../errors.ts';
import { body } from './example.ts';
import { placer } from './lines.ts';
import { found, type Rule } from './rule.ts';

const why: Bilingual = {
  zh: '答复公开后人人可见；个人的联系方式和证件号码不得公开（单位座机不在此列）。确要公开的，写明理由。',
  en: 'A published reply is read by everyone: private contacts and identity numbers stay out of it (the bureau’s landline is fine). What is meant to be public is listed with a reason.',
};
const good = body('联系电话：0355-2021855。机井已修复。', 'Telephone: 0355-2021855. The wells have been repaired.');

export const MOBILE: Rule = {
  id: 'personal-mobile',
  severity: 'error',
  waivable: true,
  why,
  bad: body('联系电话：13800138000。', 'Telephone: 13800138000.'),
  good,
};

export const IDENTITY_CARD: Rule = {
  id: 'personal-identity-card',
  severity: 'error',
  waivable: true,
  why,
  bad: body('身份证号：11010519491231002X。', 'Identity card: 11010519491231002X.'),
  good,
};

export const BANK_CARD: Rule = {
  id: 'personal-bank-card',
  severity: 'error',
  waivable: true,
  why,
  bad: body('账号：6222021234567894。', 'Account: 6222021234567894.'),
  good,
};

export const PRIVATE_MAIL: Rule = {
  id: 'personal-mail',
  severity: 'error',
  waivable: true,
  why,
  bad: body('邮箱：someone@qq.com。', 'Mail: someone@qq.com.'),
  good,
};

/** Providers whose addresses belong to persons, not to offices. */
const PRIVATE_PROVIDERS =
  /@(?:(?:vip\.)?(?:qq|163|126|sina|sohu|foxmail|139|189|aliyun|tom|21cn|yeah|gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|proton|protonmail)\.(?:com|net|cn|me)(?:\.cn)?|wo\.cn|263\.net|188\.com)$/i;

interface Pattern {
  readonly rule: Rule;
  readonly pattern: RegExp;
  readonly accepts: (digits: string, match: string) => boolean;
  readonly name: Bilingual;
}

const PATTERNS: readonly Pattern[] = [
  {
    rule: IDENTITY_CARD,
    pattern: /(?<![\dA-Fa-f.])[1-9]\d{5}[ -]?(?:18|19|20)\d{6}[ -]?\d{3}[\dXx](?![\dA-Fa-f])/g,
    accepts: isIdentityNumber,
    name: { zh: '身份证号码', en: 'an identity-card number' },
  },
  {
    rule: MOBILE,
    pattern: /(?<![\dA-Fa-f.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Fa-f]|\.\d)/g,
    accepts: () => true,
    name: { zh: '手机号码', en: 'a mobile number' },
  },
  {
    rule: BANK_CARD,
    pattern:
      /(?<![\dA-Fa-f.])(?:62|4\d|5[1-5]|35|30|36|37|9\d)\d{2}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}(?:[ -]?\d{1,3})?(?![\dA-Fa-f])/g,
    accepts: (digits) =>
      digits.length >= 15 && digits.length <= 19 && passesLuhn(digits) && !isSocialCreditCode(digits),
    name: { zh: '银行卡号', en: 'a bank-card number' },
  },
  {
    rule: PRIVATE_MAIL,
    // A local part has 64 characters at most (RFC 5321); without the limit a long run of letters takes quadratic time.
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g,
    accepts: (_digits, match) => PRIVATE_PROVIDERS.test(match),
    name: { zh: '私人邮箱', en: 'a private mail address' },
  },
];

/** GB 11643-1999: 17 digits, of which eight a real date, and a check character (ISO 7064, MOD 11-2). */
export function isIdentityNumber(digits: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const month = Number(digits.slice(10, 12));
  const day = Number(digits.slice(12, 14));
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase() && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
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

/** A UUID (RFC 9562): programs write it, and one in some five hundred holds a group of digits that passes for a card. */
const UUID = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/gi;
/** Hashes of blocks, in front matter under `basedOn`: one in two thousand is all digits, and one in ten of those passes for a card. */
const BLOCK_HASH = /^( +[ps][\da-z-]+: *["']?)[\da-f]{16}(?=["']?$)/gm;
/** Numbers of a dataset: thirteen thousand million yuan is written with the digits of a mobile number. */
const DATASET_NUMBER = /("(?:value|number)":\s*")(-?\d[\d.]*)(?=")/g;

/**
 * The text of a content file without the numbers that programs write or that stand for quantities: each is blanked, so that
 * everything else keeps its place. Private data is looked for in what is left. `file` is relative to the root.
 */
export function writtenText(text: string, file: string): string {
  // A list of addresses, which the program keeps.
  if (file === 'data/published/addresses.json') return '';
  const written = text.replace(BLOCK_HASH, (_, before: string) => before + '_'.repeat(16));
  return /^data\/[^.]*\.json$|^data\/published\/datasets\//.test(file)
    ? written.replace(DATASET_NUMBER, (_, before: string, number: string) => before + '_'.repeat(number.length))
    : written;
}

/** Something private in a text. */
export interface PersonalMatch {
  readonly rule: Rule;
  /** Where it begins in the text. */
  readonly index: number;
  /** As it is written, in half-width characters. */
  readonly value: string;
  readonly name: Bilingual;
}

/** A text with the digits and signs of private data in half width. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９－＠．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** Private data in a text, wherever it stands: body, front matter, attributes, labels. */
export function personalMatches(text: string): PersonalMatch[] {
  const half = halfWidth(text).replace(UUID, (uuid) => '_'.repeat(uuid.length));
  if (!/\d{3}|@/.test(half)) return [];
  const taken: [number, number][] = [];
  return PATTERNS.flatMap(({ rule, pattern, accepts, name }) =>
    [...half.matchAll(pattern)].flatMap((match): PersonalMatch[] => {
      const [value] = match;
      const end = match.index + value.length;
      if (taken.some(([from, to]) => match.index < to && from < end)) return [];
      if (!accepts(value.replace(/[ -]/g, ''), value)) return [];
      taken.push([match.index, end]);
      return [{ rule, index: match.index, value, name }];
    }),
  );
}

/** The findings of the private data in what people wrote of a file. */
export function personalFindings(text: string, file: string): Finding[] {
  const place = placer(text, file);
  return personalMatches(writtenText(text, file)).map((match) => personalFinding(match, place(match.index)));
}

/** The finding does not repeat what must not be published: logs of checks are public too. */
function mask(text: string): string {
  return text.length <= 7 ? `${text.slice(0, 1)}***` : `${text.slice(0, 3)}****${text.slice(-2)}`;
}

/** What is said of private data at a place. */
export function personalFinding({ rule, value, name }: PersonalMatch, place: Finding['place']): Finding {
  const shown = mask(value);
  return found(
    rule,
    place,
    { zh: `这里有${name.zh}（${shown}）`, en: `${name.en} (${shown})` },
    {
      zh: '请删去或改用单位的座机、公务邮箱；确要公开的，在中文稿字段 waivers（或 site.yaml 的 waivers）写明规则和理由',
      en: 'remove it or give an office contact; where it is meant to be public, list rule and reason under waivers in the Chinese file (or in site.yaml)',
    },
  );
}
