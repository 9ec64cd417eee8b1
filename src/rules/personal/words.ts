import type { Stretch } from './digit-groups.ts';

/** Providers whose addresses belong to persons, not to offices. */
const PROVIDER =
  /(?:vip\.)?(?:qq|163|126|sina|sohu|foxmail|139|189|wo|188|263|aliyun|tom|21cn|yeah|gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|proton|protonmail)\.(?:com|net|cn|me)(?:\.cn)?(?![\w-])/i;

/** The sign of a mail address and its full stop, also as they are written to keep programs from reading them. */
const SIGN = /[ \u2060]?(?:[([{<【〔]? ?(?:@|#|\bat\b|艾特) ?[)\]}>】〕]?|[([{<【〔] ?a ?[)\]}>】〕])[ \u2060]?/i;
const STOP = / ?[([{<【〔] ?\. ?[)\]}>】〕] ?| \. ?| ?[([{<【〔]? ?(?:\bdot\b|点|。) ?[)\]}>】〕]? ?/gi;
const LOCAL_PART = /[\w.+-]{1,64}$/;
const MAIL_WORD = /(?:mail|邮箱|邮件|电邮|邮址)[^\n]{0,40}$/i;

/** A private mail address in a folded text: its sign may be (at) or #, its full stop (dot) or 。. */
export function privateMails(text: string): Stretch[] {
  return Array.from(
    text.matchAll(/@|#|(?<![A-Za-z])at(?![A-Za-z])|艾特|(?<=[([{<【〔] ?)a(?= ?[)\]}>】〕])/gi),
  ).flatMap(({ index }): Stretch[] => {
    const from = Math.max(0, index - 4);
    const sign = SIGN.exec(text.slice(from, index + 10));
    if (sign === null || from + sign.index > index) return [];
    const start = from + sign.index;
    const [local = ''] = LOCAL_PART.exec(text.slice(Math.max(0, start - 64), start)) ?? [];
    if (local === '') return [];
    const end = start + sign[0].length;
    const domain = domainAt(text, end);
    if (domain === undefined) return [];
    // “at sina.com” is where something is, but after a word for mail, or with brackets, it is an address.
    const isPlainWord = /^ at $/i.test(sign[0]);
    const isSpelled = /\bdot\b/i.test(text.slice(end, end + domain));
    if (isPlainWord && !isSpelled && !MAIL_WORD.test(text.slice(Math.max(0, start - 60), start))) return [];
    return [{ start: start - local.length, end: end + domain }];
  });
}

/** How long the address of a private provider is that begins at a place; undefined where another begins there. */
function domainAt(text: string, at: number): number | undefined {
  const written = text.slice(at, at + 40);
  const plain = written.replace(STOP, '.').replace(/\.{2,}/g, '.');
  const [domain] = PROVIDER.exec(plain) ?? [];
  if (domain === undefined || !plain.startsWith(domain)) return undefined;
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  const stop = written.toLowerCase().indexOf(last.toLowerCase(), domain.length - last.length);
  return stop === -1 ? domain.length : stop + last.length;
}

/** A mail address as it is meant: lower case, with its sign and full stops. */
export function plainMail(written: string): string {
  return written
    .replace(SIGN, '@')
    .replace(STOP, '.')
    .replaceAll(/[\s\u2060]/g, '')
    .toLowerCase();
}

/** GA 36: province, letter, then five signs, six for new energy; 挂, 学, 警, 港 and 澳 stand for the last. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Za-hj-np-z][ .·-]?([A-HJ-NP-Za-hj-np-z\d]{4,6}[挂学警港澳]?|[A-HJ-NP-Za-hj-np-z\d]{2,4} [A-HJ-NP-Za-hj-np-z\d]{2,3})(?![A-Za-z\d])/gu;
const PLATE_WORD = /(?:车牌|牌照|号牌|车辆|车号|轿车|货车|客车|汽车|驾驶|plate|vehicle|car)[^\n]{0,15}$/i;

const PLATE_AFTER = /^ ?号?(?:的?(?:小|轿|货|客|面包|小型|出租)?车|车主|牌照)/;

/** Car plates in a folded text. */
export function carPlates(text: string): Stretch[] {
  return Array.from(text.matchAll(PLATE)).flatMap(({ 0: written, 1: serial = '', index }): Stretch[] => {
    const end = index + written.length;
    const isNamed =
      PLATE_WORD.test(text.slice(Math.max(0, index - 24), index)) || PLATE_AFTER.test(text.slice(end, end + 8));
    const length = serial.replace(' ', '').length;
    if (length < 5 || length > 6 || !/\d{2}/.test(serial.replaceAll(/\D/g, ''))) return [];
    // In small letters, or followed by a hyphen, it is the code of something.
    if (!isNamed && (/[a-z]/.test(written) || serial.includes(' ') || text[end] === '-')) return [];
    return [{ start: index, end }];
  });
}

/** An account of WeChat, QQ or the like with the word that names it. Public accounts (公众号) and groups are none. */
const CHAT =
  /(?:(?:支付宝|钉钉|(?<!政务|官方|企业|公众|单位)微 ?信|薇信|威信|V信|加 ?V(?![A-Za-z])|扣扣|企鹅(?=号)|(?<!政务|官方|企业|公众|单位|本局|我局|我县|我市)(?:抖音|小红书|快手|微博)(?=号|ID|账号)|weixin|(?<!official )wechat)(?!公众|公号|小程序|服务|订阅|支付|群|平台|视频号| ?(?:official|pay|mini|group))|[V薇微][❤♥]\u2060?|(?<![A-Za-z])(?:v ?x|w ?x|q ?q)(?!群|[A-Za-z.@]| ?group))[ ]?(?:[/、和及](?:电话|手机|微信|QQ)[ ]?)?(号码|帐号|账号|号|ID|No\.?|number|account)?[ ]?([：:]|是|为|is)?[ ]?["“'(]?([A-Za-z][\w-]{5,19}|[1-9]\d{4,11})(?![\w@-])/gi;
/** The same in groups of digits, after a colon; 2024-01-05 is a day. */
const GROUPED =
  /(?:q ?q|扣扣|微 ?信)(?:号码|账号|号)? ?: ?((?!(?:19|20)\d\d[ -])[1-9]\d{1,3}(?:[ -]\d{1,4}){1,4})(?![\d@-])/gi;
/** The number of an account of 微博; those of offices are called 发布 or 官方. */
const UID = /(?<!政务|官方)(?:微博|weibo)(?:@[\p{L}\d_-]{1,20})?[ (]{0,2}UID ?[:：]? ?(\d{6,12})(?!\d)/giu;

/** Where accounts of WeChat and QQ are in a folded text: the accounts without the words that name them. */
export function chatAccounts(text: string): Stretch[] {
  return [...namedAccounts(text), ...groupedAccounts(text), ...blogAccounts(text)];
}

const groupedAccounts = (text: string): Stretch[] =>
  Array.from(text.matchAll(GROUPED)).flatMap(({ 0: written, 1: account = '', index }) => {
    const { length: digits } = account.replaceAll(/\D/g, '');
    const end = index + written.length;
    return digits < 5 || digits > 11 ? [] : [{ start: end - account.length, end }];
  });

const blogAccounts = (text: string): Stretch[] =>
  Array.from(text.matchAll(UID)).flatMap(({ 0: written, 1: number = '', index }) => {
    const end = index + written.length;
    return /发布|官方|政务/.test(written) ? [] : [{ start: end - number.length, end }];
  });

function namedAccounts(text: string): Stretch[] {
  return Array.from(text.matchAll(CHAT)).flatMap(({ 0: written, 1: number, 2: colon, 3: account = '', index }) => {
    const isNamed = number !== undefined || colon !== undefined;
    if (/(?:官方|政务|单位|客服)$/.test(text.slice(Math.max(0, index - 2), index))) return [];
    if (!isNamed && !/[\d_-]/.test(account)) return [];
    // “WeChat account published”: an English word is no account.
    if (colon === undefined && !/[\d_-]/.test(account)) return [];
    const end = index + written.length;
    return [{ start: end - account.length, end }];
  });
}

/** Passports of China and others, travel permits for Hong Kong, Macao and Taiwan, beside the word that names them. */
const PASSPORT = /(?<![A-Za-z\d])(?:[A-Z]{1,2} ?\d{7,9}|[HMC]\d{10}|\d{8}|1[45]\d{7})(?![A-Za-z\d])/g;
const PASSPORT_BEFORE = /(?:护照|通行证|回乡证|台胞证|旅行证|passport|travel permit)[^\d\n]{0,16}$/i;
const PASSPORT_AFTER = /^[ ]?号?[(（]?(?:的?护照|passport)/i;

export function passports(text: string): Stretch[] {
  return Array.from(text.matchAll(PASSPORT)).flatMap(({ 0: written, index }): Stretch[] => {
    const end = index + written.length;
    const isNamed =
      PASSPORT_BEFORE.test(text.slice(Math.max(0, index - 30), index)) ||
      PASSPORT_AFTER.test(text.slice(end, end + 12));
    return isNamed && !/^(?:年|号文|份|本|人|件|元|-)/.test(text.slice(end)) ? [{ start: index, end }] : [];
  });
}
