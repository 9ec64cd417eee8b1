import { isCalendarDay } from '../model/dates.ts';
import { parseDocumentNumber } from '../model/document-number.ts';
import { DISCLOSURES, OUTCOMES } from '../model/reply.ts';
import type { SourceBlock, SourceParagraph } from './source.ts';
import { dropScanSpaces } from './spaces.ts';

/** A line under (or over) the text as printed: 承办人：张三，李四. */
export interface PrintedLine {
  readonly label: string;
  readonly value: string;
}

/** A piece of a letter, in the order of the source, with what it was taken for. */
export type Part = { readonly line: number; readonly source: string } & (
  | { readonly role: 'issuer'; readonly text: string }
  | { readonly role: 'number'; readonly text: string }
  | { readonly role: 'title'; readonly text: string }
  | { readonly role: 'body'; readonly block: SourceBlock }
  | { readonly role: 'signers' | 'contact'; readonly printed: PrintedLine }
  | { readonly role: 'date'; readonly day: string }
  | { readonly role: 'disclosure'; readonly disclosure: (typeof DISCLOSURES)[number] }
  | { readonly role: 'outcome'; readonly outcome: (typeof OUTCOMES)[number] }
);

const SIGNERS = [
  '负责人',
  '分管领导',
  '分管负责人',
  '主要领导',
  '主要负责人',
  '签发人',
  '签发领导',
  '承办人',
  '承办人员',
  '经办人',
  '承办单位',
  '承办处室',
  '承办科室',
];
const CONTACT = [
  '联系人',
  '联系人及电话',
  '联系电话',
  '联系人电话',
  '电话',
  '办公电话',
  '传真',
  '电子邮箱',
  '邮箱',
  '联系地址',
  '地址',
  '邮政编码',
  '邮编',
];
/** The longest first, so that 联系人及电话 is not read as 联系人. */
const LABELS = [...SIGNERS, ...CONTACT].sort((one, other) => other.length - one.length);
const LABELLED = new RegExp(`(?<![\\p{Script=Han}])(${LABELS.join('|')})\\s*[：:]`, 'gu');

/** The printed lines in a paragraph that consists of them (联系人：…，联系电话：…), or none. */
export function printedLines(text: string): PrintedLine[] {
  const inner = text.replace(/^[（(](.*)[）)]$/u, '$1').trim();
  const found = [...inner.matchAll(LABELLED)];
  if (found[0]?.index !== 0) return [];
  return found.map((match, index) => {
    const end = found[index + 1]?.index ?? inner.length;
    const value = inner.slice(match.index + match[0].length, end).trim();
    return { label: match[1] ?? '', value: index + 1 < found.length ? value.replace(/[，,；;、\s]+$/u, '') : value };
  });
}

/** Whether a printed line names people who signed, or ways to reach the body. */
export function lineRole(label: string): 'signers' | 'contact' {
  return SIGNERS.includes(label) ? 'signers' : 'contact';
}

const DIGITS = '〇一二三四五六七八九';

/** A number of at most two digits, or a year digit by digit, written in Chinese; `NaN` where it is none. */
function chineseNumber(text: string): number {
  const plain = text.replace(/[○ＯO零]/gu, '〇');
  if (/^[〇一二三四五六七八九]{4}$/u.test(plain))
    return Number(Array.from(plain, (digit) => DIGITS.indexOf(digit)).join(''));
  const tens = /^([一二三]?)(十?)([一二三四五六七八九]?)$/u.exec(plain);
  if (!tens) return Number.NaN;
  const [, before = '', ten = '', after = ''] = tens;
  if (ten === '') return before === '' ? DIGITS.indexOf(after) : after === '' ? DIGITS.indexOf(before) : Number.NaN;
  return (before === '' ? 1 : DIGITS.indexOf(before)) * 10 + (after === '' ? 0 : DIGITS.indexOf(after));
}

/** The day that a line consists of (2025年5月6日, 二〇二五年五月六日), or `undefined`. */
export function parsePrintedDay(text: string): string | undefined {
  const match = /^(\S{4})年(\S{1,3})月(\S{1,3})日$/u.exec(dropScanSpaces(text.trim()).text);
  if (!match) return undefined;
  const parts = match.slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : chineseNumber(part)));
  const day = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return isCalendarDay(day) ? day : undefined;
}

/** The form of disclosure that a line states and says nothing else: (主动公开), 公开方式：主动公开, （此件依申请公开）. */
export function parseDisclosure(text: string): (typeof DISCLOSURES)[number] | undefined {
  const match = /^[（(]?(?:(?:此件|公开方式|公开属性|信息公开属性|公开选项)[：:]?\s*)?(\S{4,5}?)[）)]?$/u.exec(
    text.trim(),
  );
  return DISCLOSURES.find((disclosure) => disclosure === match?.[1]);
}

/** The outcome code that a line states and says nothing else: 办理结果：A, （B类）. */
export function parseOutcome(text: string): (typeof OUTCOMES)[number] | undefined {
  const match = /^[（(]?(?:(?:办理结果|答复类别|办理类别|类别|分类)[：:]?\s*)?([ABCD])类?[）)]?$/u.exec(text.trim());
  return OUTCOMES.find((outcome) => outcome === match?.[1]);
}

/** A document number as it is printed, without the spaces of scanning; `undefined` where the line is none. */
export function parsePrintedNumber(text: string): string | undefined {
  const printed = dropScanSpaces(text.trim()).text;
  return parseDocumentNumber(printed) ? printed : undefined;
}

/** Whether a paragraph calls on the body's reader: the last line before the text begins. */
export function isAddressee({ text }: SourceParagraph): boolean {
  return (
    /^\S.{1,80}[：:]$/u.test(text) &&
    /代表|委员|同志|先生|女士|政协|人大|局|委|厅|办|会|组|院|府|公司/u.test(text) &&
    !text.includes('。')
  );
}
