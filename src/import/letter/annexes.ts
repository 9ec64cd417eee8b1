import type { SourceBlock } from '../source.ts';
import { foldLine } from './fold.ts';

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
