import type { Bilingual, Finding, Hint, Place } from '../../errors.ts';
import { found, type Rule } from '../../rule.ts';

/** What is wrong with a file of the built site. Places are relative to the output folder. */
export function auditFinding(rule: Rule, place: Place, message: Bilingual, hint: Hint = REPORT): Finding {
  return found(rule, place, message, hint);
}

/** Nothing in content can cause this: the program is wrong. */
const REPORT: Bilingual = {
  zh: '这是程序的错误，不是内容的错误：请把这条信息发给维护者',
  en: 'this is a fault of the program, not of the content: send this message to its maintainers',
};
