import { fold } from './fold.ts';
import { KIND, OF } from './kinds.ts';

/** A title that words put in quotation marks, or name after 提出的, and how much speaks for its being the answered document's. */
export interface NamedTitle {
  readonly title: string;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** Text in quotation marks, with at most one level of nested ones. */
export const QUOTED = /《(?:[^《》]|《[^《》]{0,60}》)+》|“(?:[^“”]|“[^“”]{0,60}”){3,90}”/gu;
const LAW = /(?:条例|办法|规定|通知|规划|方案|细则|纲要|标准|规范|法|决定|公告|意见|公报|报告|要点|计划)$/u;
const CITED =
  /(?:根据|依据|按照|依照|遵照|贯彻|落实|印发|出台|制定|转发|下发|参照|执行|发布|实施|修订|符合|对照|学习|结合|以及?|、)(?:了|的|中共中央|国务院|[\p{Script=Han}]{0,14}?)?$/u;

/** 申请公开“…”: what is asked for may be a plan or a rule. */
const APPLIED = /申请(?:公开|获取)(?:了)?的?[^,。]{0,14}$/u;

/** The titles that a text names, in its order; `folded` is the text as patterns read it. */
export function namedTitles(text: string, folded: string): NamedTitle[] {
  const found = [...folded.matchAll(QUOTED)].map(({ 0: quoted, index }): NamedTitle => {
    const title = text.slice(index + 1, index + quoted.length - 1).trim();
    const before = folded.slice(Math.max(0, index - 24), index);
    const after = folded.slice(index + quoted.length, index + quoted.length + 24);
    const inner = fold(title);
    let score = 0;
    const isOwnKind = /(?:建议|提案|议案|审议意见|书面意见)$/u.test(inner);
    if (isOwnKind) score += 3;
    else if (LAW.test(inner) && !APPLIED.test(before)) score -= 3;
    if (/^关于/u.test(inner)) score += 2;
    if (APPLIED.test(before) || /(?:提出|提交|所提|反映|撰写|领衔)(?:了)?的?[^,。]{0,14}$/u.test(before)) score += 3;
    else if (/第[^,。]{1,12}号(?:建议|提案|议案|意见)$/u.test(before)) score += 5;
    else if (/(?:来信|留言|[您你]们?|您的|贵\S{1,3}|关于)(?:关于)?$/u.test(before)) score += 2;
    // In a list of suggestions each but the first follows 、 or 和, as cited regulations do.
    const isNext = isOwnKind && /(?:[、和及与]|以及)$/u.test(before);
    if ((CITED.test(before) && !isNext) || /申请表$/u.test(inner)) score -= 4;
    if (new RegExp(`^(?:\\([^()]*\\))?的?${OF}(?:${KIND}|信访|问题|事项|留言|诉求|来信|信件)`, 'u').test(after))
      score += 2;
    if (/^(?:\([^()]*\))?,?(?:已|均)?(?:收悉|收到|悉)|^(?:和|及|、|《|,以及)/u.test(after)) score += 1.5;
    if (/^\(?(?:第|编号|建议|提案)/u.test(after)) score += 1.5;
    return { title, score, start: index, end: index + quoted.length };
  });
  if (found.some(({ score }) => score >= 3)) return found.filter(({ score }) => score >= 3);
  const bare =
    /(?:提出|提交|所提|反映)(?:了)?的?(?:[^，。,；;《》“”]{0,20}?)(关于[^，。；;《》“”]{3,90}?(?:建议|提案|议案))(?=[收已,，。（(]|\s*$|的?(?:收悉|已|,))/u.exec(
      folded,
    );
  if (bare?.[1] === undefined) return inBrackets(text, folded);
  const start = bare.index + bare[0].indexOf(bare[1]);
  return [{ title: text.slice(start, start + bare[1].length), score: 4, start, end: start + bare[1].length }];
}

/** A title in brackets after its number, as titles of replies have it: 第37号提案（关于…的提案）的答复. */
function inBrackets(text: string, folded: string): NamedTitle[] {
  const match = /\((关于[^()《》“”]{3,90}(?:建议|提案|议案))\)/u.exec(folded);
  if (match?.[1] === undefined) return [];
  const start = match.index + 1;
  return [{ title: text.slice(start, start + match[1].length), score: 4, start, end: start + match[1].length }];
}
