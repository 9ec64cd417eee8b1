import { OUTCOMES } from '../../model/reply.ts';
import type { SourceBlock } from '../source.ts';
import { foldLine, foldTight } from './fold.ts';

/** How a letter says that it is disclosed, in the words that it may use. */
const DISCLOSED =
  '同意(?:主动|全文|对外)?公开|可以?公开|主动公开|依申请公开|不予公开|免予公开|不公开|全文公开|摘要公开|部分公开|公开';
const DISCLOSURE = new RegExp(`^(?:此件|此文|本件|本文|此复)?(?:属于|为|系)?(${DISCLOSED})(?:发布)?$`, 'u');

/** What a line that states nothing else says of disclosure, as printed: 主动公开, 公开, 摘要公开. `label` is the words before its colon. */
export function parseDisclosure(text: string, label = ''): string | undefined {
  const plain = foldTight(text).replace(/^[(〔]+|(?<![)〕。.;,])[)〕。.;,]+$/gu, '');
  const match = DISCLOSURE.exec(plain);
  if (match?.[1] !== undefined) return match[1];
  if (!/^是否|与否$|^公开$/u.test(label)) return undefined;
  return plain === '是' ? '公开' : plain === '否' ? '不公开' : undefined;
}

/** The outcome code (A–D) that a line which states nothing else has: A, A1, （B类）, 类别：A类（已解决）. */
export function parseOutcome(text: string): (typeof OUTCOMES)[number] | undefined {
  const plain = foldTight(text).replace(/^[“”"]|[“”"]$/gu, '');
  const match =
    /^[(〔“"]?([ABCD])\d?[)〕”"]?(?:类件?|级)?[)〕”"]?(?:[(:,-]?(?:已经?|所提|正在|基本|列入|计划|暂时?|因|留作|作为|问题|同意|采纳|解决|办理)[^,;。]{0,24}\)?)?$/u.exec(
      plain,
    );
  return OUTCOMES.find((outcome) => outcome === match?.[1]);
}

/** The number of the document answered that a line under the title consists of: （第0156号）, (提案第12号), 第42号建议. */
export function parseAnsweredNumber(text: string): string | undefined {
  const plain = text.replace(/\s+/gu, '');
  const open = /^[(（〔[【]?(?:(?:人大)?(?:代表)?(?:建议|提案|议案)(?:编号)?[:：]?)?/u.exec(plain)?.[0].length ?? 0;
  return /^第[A-Za-z]{0,3}[\d０-９]{1,8}号(?=(?:建议|提案|议案)?[)）〕\]】]?$)/u.exec(plain.slice(open))?.[0];
}

/** How much of the letter is published, where a line or a title says so. */
export function parseExtent(text: string): 'whole' | 'summary' | 'part' | undefined {
  const plain = foldTight(text);
  if (/摘要/u.test(plain)) return 'summary';
  if (/部分公开|节选|节录/u.test(plain)) return 'part';
  return /全文公开|^[(〔]?全文[)〕]?$/u.test(plain) ? 'whole' : undefined;
}

/** The mark of a state secret (机密★1年) that a line consists of: such a letter is not for a public site. */
export function secrecyMark(text: string): string | undefined {
  const plain = foldTight(text).replace(/[()〔〕]/gu, '');
  return /^(?:密级:?)?(?:绝密|机密|秘密)(?:[★☆*].{0,8}|级)?$/u.test(plain) ? plain : undefined;
}

/** A mark of urgency or a copy number above a letter, such as 特急 or 000012: printed for the post, not for the reader. */
export function isPostalMark(text: string): boolean {
  return /^(?:特急|加急|急件|平急|特提|平件|普通|№?\d{6}|份号:?\d+)$/u.test(foldTight(text));
}

const NUMBER = '(?:[\\d一二三四五六七八九十]{1,3}|[①-⑳])';
/** `附件`, `附件1`, `附表2：`: a line by which an annex begins. */
const LABEL = new RegExp(`^附(?:件|表|图|录) ?(?:${NUMBER} ?)?:?$`, 'u');
/** `附件1：东河治理项目表`, with the annex's title. */
const TITLED = new RegExp(`^附(?:件|表|图|录) ?${NUMBER} ?:? ?[^ ].{0,60}$`, 'u');
/** `附件：1.东河治理项目表`: what is enclosed, above the signature. */
const ENCLOSED = /^附(?:件|表|图)? *(?:\d+ *)?: *\S/u;

/** How surely a line begins an annex; 0 where it does not. */
export function annexScore(text: string): number {
  const folded = foldLine(text);
  return LABEL.test(folded) ? 5 : TITLED.test(folded) ? 3 : 0;
}

/** Whether a block is a line by which an annex begins. */
export function isAnnexLabel(block: SourceBlock): boolean {
  return block.kind === 'paragraph' && annexScore(block.text) > 0;
}

/** Whether a line begins the list of what is enclosed. */
export function beginsEnclosures(text: string): boolean {
  const folded = foldLine(text);
  return ENCLOSED.test(folded) || /^附件? ?:$/u.test(folded);
}
