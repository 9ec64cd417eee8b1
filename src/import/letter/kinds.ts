/** The words for the documents that most letters answer, for patterns. */
export const KIND = '建议|提案|议案';
/** Words that may stand between a number and what it is the number of. */
export const OF =
  '(?:人大|政协|代表|委员|重点|集体|联名|联合|党派|界别|闭会期间|会议|督办|平时|大会|的|类|\\([ABCD]类?\\))*';

/** What letters answer besides 建议, 提案 and 议案: the word for each, and the words by which a letter or a site names it. */
export const OTHER_KINDS: readonly (readonly [word: string, named: RegExp])[] = [
  ['审议意见', /审议意见/u],
  ['政府信息公开申请', /信息公开申请|依申请公开|申请公开|公开申请/u],
  ['信访事项', /信访/u],
  ['热线诉求', /热线|工单|12345/u],
  ['网民留言', /留言|信箱|网友|网民|来信/u],
];

/** What words name, if it is none of 建议, 提案 and 议案. */
export const otherKind = (words: string): string | undefined => OTHER_KINDS.find(([, named]) => named.test(words))?.[0];

/** Which of 建议, 提案 and 议案 words name. */
export const kindIn = (words: string): string | undefined =>
  new RegExp(`(${KIND})(?:的|》|”|\\(|办理|答复|复函|第|编号)`, 'u').exec(words)?.[1] ??
  // 代表建议、批评和意见 that are put in writing.
  (/代表(?:的)?书面意见|(?:人大|会议).{0,12}书面意见/u.test(words) ? '建议' : undefined);
