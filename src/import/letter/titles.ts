import { foldSpace } from '../../text/blocks.ts';
import { dropScanSpaces } from '../spaces.ts';
import { isBodyName } from './bodies.ts';
import { fold, foldTight } from './fold.ts';

const KIND =
  '(?:答复|处理|复查|复核|办理)意见书|(?:答复|告知|回复)书|答复意见|答复函|答复|复函|回复意见|回复函|回复|办理意见|办理答复|办理情况的?(?:报告|汇报|函|说明)|办理结果|情况(?:的)?报告|函复|意见|函|报告';
const NOTE = '(?:[(〔][^()〔〕]{1,40}[)〕])*';
const COMPLETE = new RegExp(`(?:${KIND})${NOTE}$`, 'u');
const TITLE_END = /(?:建议|提案|议案)(?:办理(?:情况)?)?的?(?:答复|复函|回复|函复|答复函|意见|答复的函)$/u;
const MATTER = /建议|提案|议案|会议|代表|委员|来信|问题|请示|质询|意见|批评|事项|申请|留言|热线|工单|信息/u;
const BEGINNING = /^(?:关于|对|有关|就)/u;
/** A title without 关于: 县政协十届三次会议第12号提案答复. */
const BY_ITEM = /^(?!.*关于)[^,:。]{0,24}(?:届|人大|政协).{0,40}(?:第|号).{0,30}(?:建议|提案|议案)/u;
/** A title without 关于 that names a form: 信访事项处理意见书, 政府信息公开申请答复书. */
const BY_FORM =
  /(?:(?:信访(?:事项)?|(?:政府)?信息(?:依申请)?公开(?:申请)?|依申请公开|来信来访|(?:网民|网友)?留言|热线工单)(?:的)?(?:受理|不予受理|办理|处理|复查|复核|答复|回复|告知|意见|结果)+书?|(?:政府)?信息\p{Script=Han}{1,12}(?:告知|答复|通知)书)$/u;
/** A question of Hong Kong's council and the answer to it: 立法會十二題：…. */
const OF_COUNCIL = /^立法会(?:问题)?第?[一二三四五六七八九十]{1,3}题(?:附件)?:.{2,60}$/u;
/** What no title holds: the words of an opening or a sentence. */
const SENTENCE = /收悉|答复如下|[。！？；!?;]|您好|^关于您|我局|我们/u;

/** Most lines that a title runs over. */
export const LONGEST_TITLE = 6;

/** A title as it is recorded: its lines joined, without the spaces of scanning. */
export function joinTitle(lines: readonly string[]): string {
  const whole = dropScanSpaces(foldSpace(lines.join('\n'))).text.trim();
  // Names of several bodies before 关于 stay apart, as they were printed.
  const before = /^([\s\S]{6,120}?)(?=关于|對|对|關於)/u.exec(lines.join('\n'))?.[1] ?? '';
  const names = bodiesIn(before);
  return names.length > 1 ? `${names.join(' ')}${whole.slice(names.join('').length)}` : whole;
}

/** The bodies whose names words consist of, with spaces or ends of lines between them; none where something else is there. */
export function bodiesIn(words: string): string[] {
  const names = words.split(/\s+/u).filter((name) => name !== '');
  return names.every((name) => isBodyName(name)) ? names : [];
}

/** Whether a line ends as the titles of replies do: 第42号建议的答复, 提案答复的函. */
export const endsTitle = (line: string): boolean => TITLE_END.test(foldTight(line));

/** The words of a folded title before 关于: the body's name, or `undefined` where something else is there. */
function beginning(title: string): 'about' | 'body' | 'item' | undefined {
  if (BEGINNING.test(title)) return 'about';
  const at = title.search(/关于|对(?=.{0,30}(?:届|人大|政协|代表|委员|第))/u);
  const names = at > 0 ? title.slice(0, at) : '';
  if (names !== '' && names.length <= 60 && /[\p{Script=Han})]$/u.test(names) && endsInBody(names)) return 'body';
  if (BY_ITEM.test(title)) return 'item';
  const form = BY_FORM.exec(title)?.index ?? -1;
  return form === 0 || (form > 0 && endsInBody(title.slice(0, form))) ? 'item' : undefined;
}

/** Whether words before 关于 are one name of a body, or several run together. */
function endsInBody(names: string): boolean {
  return isBodyName(names) || names.split(/[、 ]/u).every((name) => isBodyName(name));
}

/** How surely lines make up a whole title of a reply, of 10; 0 where they are none. */
export function titleScore(lines: readonly string[]): number {
  const title = foldTight(lines.join(''));
  if (title.length < 6 || title.length > 200 || SENTENCE.test(title.replace(/《[^《》]*》|“[^“”]*”/gu, ''))) return 0;
  if (lines.length === 1 && OF_COUNCIL.test(title)) return 8;
  const begins = beginning(title);
  if (begins === undefined || !COMPLETE.test(title)) return 0;
  if (
    lines.length > 1 &&
    lines.slice(0, -1).some((line) => COMPLETE.test(foldTight(line)) && beginning(foldTight(line)))
  )
    return 0;
  return (MATTER.test(title) ? 9 : 6) - (begins === 'item' ? 1 : 0);
}

/** How surely one line begins a title that nothing completes: 关于… without 答复. */
export function loneTitleScore(line: string): number {
  const title = foldTight(line);
  if (title.length > 80 || SENTENCE.test(title) || /[:,]$/u.test(title)) return 0;
  if (/^(?:关于|对).{4,}/u.test(title)) return 2;
  // 网友给市长留言的答复: it says what it is, and nothing of the usual form.
  return title.length >= 8 && /(?:的(?:答复|回复|复函|函复)|告知书|答复书)$/u.test(title) ? 1.5 : 0;
}

/** The end of a title that a page's heading cuts off. */
const CUT_OFF = /(?<!\.)\.{2,}$|(?<!…)…+$/u;

/** Whether two titles are one, but for the body's name before one of them, spacing, or the end that a page's heading cuts off. */
export function isSameTitle(one: string, other: string): boolean {
  const bare = (title: string) =>
    foldTight(title)
      .replace(/^(?:(?!关于|对.{0,60}届).)*(?=关于|对)/u, '')
      .replace(CUT_OFF, '');
  const [first, second] = [bare(one), bare(other)];
  if (first.length < 6 || second.length < 6) return false;
  return first === second || (CUT_OFF.test(fold(one).trim()) && second.startsWith(first));
}
