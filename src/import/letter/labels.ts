import { fold, foldTight } from './fold.ts';
import { CONTACT_ENDINGS, HOW, LABELS, type LabelRole, WHO } from './label-words.ts';

/** A line under (or over) the text as printed: 承办人：张三，李四. */
export interface PrintedLine {
  readonly label: string;
  readonly value: string;
}

const ROLES: ReadonlyMap<string, LabelRole> = new Map(
  (Object.keys(LABELS) as LabelRole[]).flatMap((role) =>
    LABELS[role].map((label) => [label.replaceAll(' ', ''), role] as const),
  ),
);
const CONTACT = new RegExp(`^(?:${WHO.join('|')})[及和与、/]?(?:${HOW.join('|')})$`, 'u');
/** The telephone of an office: 办公室电话, 基础教育科联系电话. */
const OF_OFFICE = new RegExp(
  `^\\p{Script=Han}{1,12}(?:室|科|处|股|站|局|委|部|中心|单位)(?:联系|咨询|办公|值班)?(?:${CONTACT_ENDINGS.join('|')})$`,
  'u',
);

const roleOf = (label: string): LabelRole | undefined =>
  ROLES.get(label) ?? (CONTACT.test(label) ? 'contact' : undefined);

/** Signs that may stand between the characters of a label or between a label and what is before it. */
const GAPS: ReadonlySet<string> = new Set([' ', '、', '/', '|']);
/** Most characters before a colon that are looked at: a label with its gaps, brackets and the place of a seal. */
const LONGEST_LABEL = 60;

const isHan = (sign: string): boolean => /^\p{Script=Han}$/u.test(sign);

/** The words that come before a colon, without the place of a seal and a bracket after them. */
function wordsBefore(text: string): string {
  const whole = text.trimEnd();
  const open = whole.endsWith(')') ? whole.lastIndexOf('(') : -1;
  const isSeal = open !== -1 && /^[盖公]章$/u.test(foldTight(whole.slice(open + 1, -1)));
  const words = isSeal ? whole.slice(0, open).trimEnd() : whole;
  return words.endsWith('〕') ? words.slice(0, -1).trimEnd() : words;
}

/** A label in a folded line: where it begins, where its colon ends, and what it is about. */
interface FoundLabel {
  readonly start: number;
  readonly end: number;
  readonly role: LabelRole;
}

const isWithinBrackets = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** The labels in a folded line: of the words before each colon the longest that are one, from a gap on (石某 联系电话:). */
function labelsIn(folded: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  let after = 0;
  for (let colon = folded.indexOf(':'); colon !== -1; colon = folded.indexOf(':', colon + 1)) {
    const from = Math.max(after, colon - LONGEST_LABEL);
    const end = from + wordsBefore(folded.slice(from, colon)).length;
    let start = end;
    while (start > from && (isHan(folded.charAt(start - 1)) || GAPS.has(folded.charAt(start - 1)))) start -= 1;
    for (let at = start; at < end; at += 1) {
      if (!isHan(folded.charAt(at)) || isHan(folded.charAt(at - 1))) continue;
      // Right after another label's colon the office is that one's value: 联系人：办公室联系电话：….
      const isApart = at === 0 || !folded.slice(0, at).trimEnd().endsWith(':');
      const words = folded.slice(at, end);
      const role = roleOf(foldTight(words)) ?? (isApart && OF_OFFICE.test(words) ? 'contact' : undefined);
      if (role === undefined) continue;
      // In brackets beside a name a telephone is that person's: 建议人：方某（电话：…）.
      if (found[0]?.role === 'answered' && isWithinBrackets(folded.slice(found[0].end, at))) break;
      const before = folded.slice(from, at).trimEnd();
      found.push({ start: before.endsWith('〔') ? from + before.length - 1 : at, end: colon + 1, role });
      break;
    }
    after = colon + 1;
  }
  return found;
}

/** A label in brackets: 【建议编号】第0301号. */
const IN_BRACKETS = /〔([\p{Script=Han} ]{2,14})〕(?! *:)/gu;

/** A folded line with a colon for the bracket that closes a label: 〔建议编号:第0301号. */
const withColons = (folded: string): string =>
  folded.replace(IN_BRACKETS, (whole, label: string) =>
    roleOf(foldTight(label)) === undefined ? whole : `${whole.slice(0, -1)}:`,
  );

/** A labelled item of a line, and the stretch of the line that it takes. */
export interface LabelledItem extends PrintedLine {
  readonly role: LabelRole;
  readonly start: number;
  readonly end: number;
}

/** The labelled items that a paragraph consists of (联系人：…，联系电话：…), or none. Brackets around all of it are none of a value. */
export function labelledItems(text: string): LabelledItem[] {
  const folded = withColons(fold(text));
  const open = /^ *[(〔]? */u.exec(folded)?.[0].length ?? 0;
  const found = labelsIn(folded);
  if (found[0] === undefined || found[0].start > open) return [];
  const isWrapped = /^ *[(〔]/u.test(folded) && /[)〕] *$/u.test(folded);
  // A bracket that another part of the line opened is none of the value: （此件公开；联系人：朱某）.
  const isOpenBefore = /\) *$/u.test(folded) && folded.split(')').length > folded.split('(').length;
  const last = isWrapped || isOpenBefore ? folded.replace(/[)〕] *$/u, '').length : text.length;
  return found.map(({ start, end: from, role }, index) => {
    const next = found[index + 1]?.start;
    const value = text.slice(from, next ?? last).trim();
    const label = text
      .slice(start, from)
      .replace(/[\s：:【】[\]]/gu, '')
      .replace(/[（(](?:盖章|公章)[）)]$/u, '');
    return {
      role,
      label,
      value: next === undefined ? value : value.replace(/(?<![，,；;、（(|｜\s])[，,；;、（(|｜\s]+$/u, ''),
      start: index === 0 ? 0 : start,
      end: next ?? text.length,
    };
  });
}

/** Whether a text is a label and nothing else, with or without its colon: 联系人, 办理结果：. */
export function isBareLabel(text: string): boolean {
  const plain = foldTight(text).replace(/:$/u, '');
  const [item] = labelledItems(`${plain}:`);
  return item !== undefined && item.value === '' && foldTight(item.label) === plain;
}
