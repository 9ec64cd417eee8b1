/** What a reply answers, as far as its own words say. */
export interface FoundAnswers {
  readonly kind: 'suggestion' | 'proposal' | undefined;
  readonly body: string | undefined;
  readonly session: string | undefined;
  readonly meeting: string | undefined;
  readonly number: string | undefined;
  readonly title: string | undefined;
  readonly proposers: readonly string[];
}

const COUNT = '第?[一二三四五六七八九十百\\d]+';
/** 县十届人大四次会议第31号建议; 县政协十届三次会议第12号提案 */
const ANSWERED = new RegExp(
  `^(?:关于|对)?(?<place>\\p{Script=Han}*?)(?<before>全国人大|人大|政协)?(?<session>${COUNT}届)(?:委员会)?(?<after>全国人大|人民代表大会|人大|政协)?(?:常委会)?(?<meeting>${COUNT}次会议)(?<number>第[A-Za-z]?\\d+号)(?<kind>建议|提案)?`,
  'u',
);

/** Reads what is answered from the title, the addressee and the first paragraph of a reply. */
export function findAnswers(title: string, addressee: string, opening: readonly string[]): FoundAnswers {
  const groups = ANSWERED.exec(title)?.groups ?? {};
  const body = (groups.place ?? '') + (groups.before ?? groups.after ?? '');
  const kind = groups.kind ?? /(建议|提案)的(?:答复|复函|回复)/u.exec(title)?.[1];
  return {
    kind: kind === '建议' ? 'suggestion' : kind === '提案' ? 'proposal' : undefined,
    body: body === '' ? undefined : body,
    session: groups.session,
    meeting: groups.meeting,
    number: groups.number ?? /第[A-Za-z]?\d+号/u.exec(title)?.[0],
    title: /《([^《》]+?)》/u.exec(opening.join('\n'))?.[1],
    proposers: [...addressedProposers(addressee), ...jointProposers(opening)],
  };
}

/** 尊敬的刘永代表： → 刘永代表; 张三、李四委员： → 张三委员, 李四委员 */
function addressedProposers(addressee: string): string[] {
  const match = /^(?:尊敬的|敬爱的)?(?<names>.+?)(?<role>代表|委员)?[：:]$/u.exec(addressee);
  const { names, role } = match?.groups ?? {};
  if (names === undefined || role === undefined) return [];
  return names.split(/[、，,]/u).map((name) => `${name.trim()}${role}`);
}

/** 您与张晓利等代表联名提出 → 张晓利等代表 */
function jointProposers(opening: readonly string[]): string[] {
  const joint = /您(?:与|和)(?<others>[^，。]{2,40}?)(?:联名|共同|一起|联合|提出)/u.exec(opening.join('\n'));
  return joint?.groups?.others === undefined ? [] : [joint.groups.others];
}
