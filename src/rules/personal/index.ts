import type { Bilingual, Finding } from '../../errors.ts';
import { placer } from '../../model/source-file.ts';
import { body, found, type Rule, rule } from '../../rule.ts';
import { on, pass } from '../checks.ts';
import type { Stretch } from './digit-groups.ts';
import { foldText } from './fold.ts';
import { homes } from './home.ts';
import { type FoundNumber, type NumberKind, personalNumbers } from './numbers.ts';
import { carPlates, chatAccounts, passports, plainMail, privateMails } from './words.ts';

const why: Bilingual = {
  zh: '答复公开后人人可见；个人的联系方式和证件号码不得公开（单位座机不在此列）。确要公开的，写明理由。',
  en: 'A published reply is read by everyone: private contacts and identity numbers stay out of it (the bureau’s landline is fine). What is meant to be public is listed with a reason.',
};
const good = body('联系电话：0355-2021855。机井已修复。', 'Telephone: 0355-2021855. The wells have been repaired.');

export const MOBILE = rule('personal-mobile', {
  severity: 'error',
  waivable: true,
  why,
  examples: { bad: body('联系电话：13800138000。', 'Telephone: 13800138000.'), good },
});

export const IDENTITY_CARD = rule('personal-identity-card', {
  severity: 'error',
  waivable: true,
  why,
  examples: { bad: body('身份证号：11010519491231002X。', 'Identity card: 11010519491231002X.'), good },
});

export const BANK_CARD = rule('personal-bank-card', {
  severity: 'error',
  waivable: true,
  why,
  examples: { bad: body('账号：6222021234567894。', 'Account: 6222021234567894.'), good },
});

export const PRIVATE_MAIL = rule('personal-mail', {
  severity: 'error',
  waivable: true,
  why,
  examples: { bad: body('邮箱：someone@qq.com。', 'Mail: someone@qq.com.'), good },
});

export const CAR_PLATE = rule('personal-plate', {
  severity: 'error',
  waivable: true,
  why,
  examples: {
    bad: body('来信反映车辆晋D·12345占道。', 'The letter says that the car 晋D·12345 blocks the road.'),
    good,
  },
});

export const CHAT_ACCOUNT = rule('personal-chat', {
  severity: 'error',
  waivable: true,
  why,
  examples: { bad: body('微信号：jijing_2024。', 'WeChat: jijing_2024.'), good },
});

export const PASSPORT = rule('personal-passport', {
  severity: 'error',
  waivable: true,
  why,
  examples: { bad: body('护照号码：E12345678。', 'Passport: E12345678.'), good },
});

export const HOME = rule('personal-home', {
  severity: 'error',
  waivable: true,
  why: {
    zh: '答复公开后人人可见；写到户的住址等于写明谁住在哪里。只写到楼、不写人名的，不在此列。',
    en: 'A published reply is read by everyone: the number of a flat says who lives where. A building alone, without a person, is fine.',
  },
  examples: {
    bad: body('幸福小区3号楼2单元501室漏水。', 'Flat 501, Unit 2, Building 3 of the estate leaks.'),
    good: body('幸福小区3号楼屋顶已修复。', 'The roof of Building 3 of the estate has been repaired.'),
  },
});

/** One kind of private data: `find` gives where it is in a folded text, best first where two kinds may be meant. */
interface Detector {
  readonly rule: Rule;
  readonly name: Bilingual;
  readonly find: (
    folded: string,
    numbers: readonly FoundNumber[],
  ) => readonly (Stretch & { readonly dismissed?: boolean })[];
}

const number = (kind: NumberKind) => (_folded: string, numbers: readonly FoundNumber[]) =>
  numbers.filter((found) => found.kind === kind);

const DETECTORS: readonly Detector[] = [
  { rule: IDENTITY_CARD, name: { zh: '身份证号码', en: 'an identity-card number' }, find: number('identity-card') },
  { rule: MOBILE, name: { zh: '手机号码', en: 'a mobile number' }, find: number('mobile') },
  { rule: BANK_CARD, name: { zh: '银行卡号', en: 'a bank-card number' }, find: number('bank-card') },
  { rule: PRIVATE_MAIL, name: { zh: '私人邮箱', en: 'a private mail address' }, find: privateMails },
  { rule: CAR_PLATE, name: { zh: '车牌号', en: 'a car plate' }, find: carPlates },
  { rule: CHAT_ACCOUNT, name: { zh: '微信号或 QQ 号', en: 'an account of WeChat or QQ' }, find: chatAccounts },
  { rule: PASSPORT, name: { zh: '护照或通行证号码', en: 'the number of a passport or permit' }, find: passports },
  { rule: HOME, name: { zh: '个人住址', en: 'where a person lives' }, find: homes },
];

/** The rules on private data, in the order in which a stretch of digits is taken for one kind or another. */
export const PERSONAL_RULES: readonly Rule[] = DETECTORS.map(({ rule }) => rule);

/** Why one check tells all of them. */
export const PERSONAL_TOGETHER =
  'one reading of a text tells every kind of private data, since each takes the characters that it claims';

export const PERSONAL = pass({
  finds: PERSONAL_RULES,
  because: PERSONAL_TOGETHER,
  check: on('text', ({ text, path }) => personalFindings(text, path)),
});

/** A UUID (RFC 9562): programs write it, and one in some five hundred holds a group of digits that passes for a card. */
const UUID = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/gi;
/** Hashes of blocks, in front matter under `basedOn`: one in two thousand is all digits, and one in ten of those passes for a card. */
const BLOCK_HASH = /^( +[ps][\da-z-]+: *["']?)[\da-f]{16}(?=["']?$)/gm;
/** Numbers of a dataset: thirteen thousand million yuan is written with the digits of a mobile number. */
const DATASET_NUMBER = /("(?:value|number)":\s*")(-?\d[\d.]*)(?=")/g;

/**
 * The text of a content file without the numbers that programs write or that are quantities: each is blanked, so that
 * everything else keeps its place. Private data is looked for in what is left. `file` is relative to the root.
 */
export function writtenText(text: string, file: string): string {
  // A list of addresses, which the program keeps.
  if (file === 'data/published/addresses.json') return '';
  const plain = text.replace(BLOCK_HASH, (_, before: string) => before + '_'.repeat(16));
  // A tab or the end of a line, as JSON writes it.
  const written = file.endsWith('.json') ? plain.replaceAll(/(?<!\\)\\[tnr]/g, '  ') : plain;
  return /^data\/[^.]*\.json$|^data\/published\/datasets\//.test(file)
    ? written.replace(DATASET_NUMBER, (_, before: string, number: string) => before + '_'.repeat(number.length))
    : written;
}

/** Something private in a text. */
export interface PersonalMatch {
  readonly rule: Rule;
  /** Where it begins in the text. */
  readonly index: number;
  /** As it is written. */
  readonly written: string;
  /** As it is meant: digits and capital letters of a number without what parts them, or an address in small letters. */
  readonly value: string;
  readonly name: Bilingual;
}

/** Long words of letters and digits that programs write: hashes, and what else nobody reads. */
const LONG_WORD = /[\dA-Za-z]{16,}/g;
const isProgramsOwn = (word: string) => word.length >= 40 || (/^[\da-f]+$/i.test(word) && /[a-f]/i.test(word));
const blanked = (text: string) => '_'.repeat(text.length);

/** Nothing private is without one of these: most texts are not looked at further. */
const TRACE =
  /\d|[@＠﹫#＃]|艾特|\bat\b|[([{【（] ?a ?[)\]}】）]|[\u2460-\u24ff\u2776-\u2792]|\p{Nd}|[\u00b2\u00b3\u00b9\u2070-\u209c]|(?:[〇零一二三四五六七八九幺○壹贰叁肆伍陆柒捌玖洞拐勾][ 、，-]?){7}|支付宝|钉钉|微 ?信|[❤♥]|薇信|威信|V信|加 ?V|扣扣|企鹅|wechat|weixin|住址|地址|户籍|address|单元|号楼/iu;

/** What in a text has the form of private data: what is private, and what only has the form. */
export interface PersonalReading {
  readonly matches: readonly PersonalMatch[];
  readonly dismissed: readonly Stretch[];
}

/** Reads a text for private data, wherever it is: body, front matter, attributes, labels. Normalises once, then matches. */
export function readPersonal(text: string): PersonalReading {
  if (!TRACE.test(text)) return { matches: [], dismissed: [] };
  const folded = foldText(text)
    .replace(UUID, blanked)
    .replace(LONG_WORD, (word) => (isProgramsOwn(word) ? blanked(word) : word));
  const numbers = personalNumbers(folded);
  const taken: Stretch[] = [];
  const dismissed: Stretch[] = [];
  const matches = DETECTORS.flatMap(({ rule, name, find }) =>
    find(folded, numbers).flatMap((found): PersonalMatch[] => {
      const { start, end } = found;
      if (taken.some((other) => start < other.end && other.start < end)) return [];
      taken.push({ start, end });
      if (found.dismissed === true) {
        dismissed.push({ start, end });
        return [];
      }
      return [
        {
          rule,
          index: start,
          written: text.slice(start, end),
          value: meantValue(rule, folded.slice(start, end)),
          name,
        },
      ];
    }),
  );
  return { matches, dismissed };
}

/** Private data in a text. */
export const personalMatches = (text: string): readonly PersonalMatch[] => readPersonal(text).matches;

function meantValue(rule: Rule, folded: string): string {
  if (rule === PRIVATE_MAIL) return plainMail(folded);
  if (rule === HOME) return folded;
  const plain = folded
    .replaceAll(/[^\p{L}\d_]/gu, '')
    .replace(/[×✕✖Хх]$/, 'X')
    .toUpperCase();
  return rule === MOBILE ? plain.slice(-11) : plain;
}

/** The findings of the private data in what people wrote of a file. */
export function personalFindings(text: string, file: string): Finding[] {
  const place = placer(text, file);
  return personalMatches(writtenText(text, file)).map((match) => personalFinding(match, place(match.index)));
}

/** Kinds that are digits or an address: what mark-up or a program joins together can become one of these. */
export const COUNTED_KINDS: ReadonlySet<string> = new Set(
  [IDENTITY_CARD, MOBILE, BANK_CARD, PRIVATE_MAIL].map(({ id }) => id),
);

/** The finding does not repeat what must not be published: logs of checks are public too. */
function mask(text: string): string {
  return text.length <= 7 ? `${text.slice(0, 1)}***` : `${text.slice(0, 3)}****${text.slice(-2)}`;
}

/** What is said of private data at a place. */
export function personalFinding({ rule, written, value, name }: PersonalMatch, place: Finding['place']): Finding {
  const shown = rule === HOME ? `${written.slice(0, 2)}***` : mask(written);
  const finding = found(
    rule,
    place,
    { zh: `这里有${name.zh}（${shown}）`, en: `${name.en} (${shown})` },
    rule === PRIVATE_MAIL ? MAIL_HINT : HINT,
  );
  return rule === PRIVATE_MAIL ? { ...finding, about: value } : finding;
}

const HINT: Bilingual = {
  zh: '请删去或改用单位的座机、公务邮箱；确要公开的，在中文稿字段 waivers（或 site.yaml 的 waivers）写明规则和理由',
  en: 'remove it or give an office contact; where it is meant to be public, list rule and reason under waivers in the Chinese file (or in site.yaml)',
};
const MAIL_HINT: Bilingual = {
  zh: '请删去；是单位自己的邮箱的，写进 site.yaml 的 officeMail',
  en: 'remove it; where it is the office’s own mailbox, list it under officeMail in site.yaml',
};

/** The findings of files but those about mailboxes that the site calls the office's; what they are about is taken off. */
export function withoutOfficeMail(findings: readonly Finding[], officeMail: readonly string[] = []): Finding[] {
  const own = new Set(officeMail.map((address) => address.toLowerCase()));
  return findings.flatMap(({ about, ...finding }) => (about !== undefined && own.has(about) ? [] : [finding]));
}
