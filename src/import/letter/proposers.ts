import { isBodyName } from './bodies.ts';
import { fold } from './fold.ts';

const ROLE = '代表团|代表|委员|同志|先生|女士';
const CALL = /^(?:尊敬的|敬爱的|亲爱的)/u;
const END = /(?:您好|你好|们)?[：:，,]?$/u;

/**
 * Who put forward what a reply answers: those whom it calls on, and those whom its first paragraphs name beside them.
 * Each as printed: 王某代表, 王某等5位代表, a party or committee.
 */
export function findProposers(addressees: readonly string[], opening: readonly string[], title: string): string[] {
  const words = opening.join('\n');
  const called = addressees.flatMap((addressee) => addressed(addressee, words));
  const others = beside(words);
  const found = [...called, ...others];
  if (found.length === 0) found.push(...named(words), ...named(title));
  return [...new Set(found)];
}

/** 尊敬的刘永代表： → 刘永代表; 张三、李四委员： → 张三委员, 李四委员; 民盟县委： → 民盟县委, where the text says 你委提出. */
function addressed(addressee: string, words: string): string[] {
  const plain = addressee
    .trim()
    .replace(CALL, '')
    .replace(END, '')
    .trim()
    // 甲、乙、丙三位委员 counts those whom it names.
    .replace(new RegExp(`(?<!等)[\\d两一二三四五六七八九十]{1,2}位(?=(?:${ROLE})$)`, 'u'), '');
  const folded = fold(plain);
  // 李某、张某委员，农工党某县支部: people with their role, then a body.
  const groups = plain.split(/[，,；;]/u).map((group) => group.trim());
  const isPeople = (group: string) => new RegExp(`(?:${ROLE})$`, 'u').test(fold(group));
  if (groups.length > 1 && groups.every((group) => isPeople(group) || isGroup(group)))
    return groups.flatMap((group) => (isPeople(group) ? addressed(group, words) : [group]));
  const match = new RegExp(`(${ROLE})(?:\\([^()]*\\))?$`, 'u').exec(folded);
  if (match?.[1] !== undefined) {
    const role = plain.slice(match.index, match.index + match[1].length);
    if (/^各位|^(?:有关|相关)/u.test(folded)) return [];
    // 王某等5位代表: those who are not named cannot be told apart.
    const parts = splitNames(plain);
    return parts.map((part) =>
      new RegExp(`(?:${ROLE})(?:\\([^()]*\\))?$`, 'u').test(fold(part)) || isGroup(part) ? part : `${part}${role}`,
    );
  }
  const isProposer =
    /(?:[您你]们?|贵)(?:委员会|委|会|支部|总支|社|办|单位|团|组|党派|局|党)?.{0,24}(?:提出|提交|提的|《|“|关于|提案|建议|反映|申请|留言|来信)/u.test(
      fold(words).slice(0, 80),
    );
  // A body that passes on what others put forward has put nothing forward.
  const passesOn = /^.{0,30}(?:转来|转办|转交)/u.test(fold(words));
  if (
    passesOn ||
    !(isProposer || PROPOSES.test(folded)) ||
    folded.length < 2 ||
    /^各位|^(?:广大|热心|尊敬的)?(?:网友|网民|市民|居民|群众|朋友|来信人)$/u.test(folded)
  )
    return [];
  const bodies = plain.split(/[、，,]/u).map((name) => name.trim());
  return bodies.every((body) => body.length >= 2 && (bodies.length === 1 || isBodyName(body) || body.length <= 16))
    ? bodies
    : [];
}

/** Bodies that put proposals forward and handle none: parties, sectors and committees of the conference, delegations. */
const PROPOSES =
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|[省市县区]工商联)|(?:界别?|界别(?:小组|活动组)|代表团|政协[\p{Script=Han}]{2,14}(?:委员会|委))$/u;

/** Whether an item in a list of names is a party, committee or sector rather than a person. */
const isGroup = (name: string): boolean =>
  name.length >= 4 &&
  (isBodyName(name) || /(?:[省市县区州盟旗]委|支部|总支|总社|界别|界|联|会|组|团)$/u.test(fold(name)));

/** Stands for a space within a name while names are cut at spaces. */
const WITHIN = '\u00a0';

/** Names that 、 or 和 separate; a name of two characters is typed with a space between them: 王　某. */
function splitNames(text: string): string[] {
  const folded = fold(text);
  // Of one text in two forms the folded one is matched and the printed one cut.
  const glued = text
    .split('')
    .map((unit, at) => {
      const isGap =
        folded.charAt(at) === ' ' &&
        /(?:^|[、,; ])\p{Script=Han} *$/u.test(folded.slice(0, at)) &&
        /^ *\p{Script=Han}(?:[、,; ]|$|代表|委员|同志|先生|女士)/u.test(folded.slice(at));
      return isGap ? '' : unit;
    })
    .join('')
    .replace(/[，]/gu, ',')
    .replace(/；/gu, ';')
    .replace(/\s+/gu, ' ')
    // The parts of a name in Latin letters belong together.
    .replace(/(?<=[A-Za-z.,]) (?=[A-Za-z])/gu, WITHIN);
  if (/等 *(?:[\d一二三四五六七八九十两]+ *(?:位|名|人)|代表|委员)/u.test(folded)) return [text.replace(/\s+/gu, '')];
  const parts = (
    glued.includes('、') || glued.includes(',') ? glued.split(/[、,;]|和|及/u) : glued.split(/[ ;]+|和|及/u)
  ).map((part) => part.trim());
  return parts
    .filter((part) => part !== '' && !/^(?:和|及)$/u.test(part))
    .map((part) => part.replace(/ /gu, '').replaceAll(WITHIN, ' '));
}

/** 您与张晓利等代表联名提出 → 张晓利等代表; 您和李某、张某等8名代表 → that. */
function beside(words: string): string[] {
  const joint = /您(?:与|和|同|联合|会同|、)(?<others>[^，。《“]{2,60}?)(?:联名|共同|一起|联合|提出|提交|在)/u.exec(
    words,
  )?.groups?.['others'];
  if (joint === undefined) return [];
  return /等/u.test(joint) || !/(?:代表|委员)$/u.test(joint) ? [joint.trim()] : withRole(joint.trim());
}

/** Those who are named right before the title of what they put forward: …、李某、张某委员提出的《. */
export function proposersBefore(words: string): string[] {
  const match =
    /(?:^|[，。；：、》”）)和及与])(?<who>[\p{Script=Han}·、某*×]{1,40}?(?:等\d*[位名]?)?(?:代表|委员))[^，。；《》“”]{0,30}?(?:提出|提交|反映)(?:的|了)?[^，。；、]{0,6}[《“"]?$/u.exec(
      words,
    );
  const who = match?.groups?.['who'];
  return who === undefined ? [] : withRole(who);
}

/** 王某代表提出的, 王某等5位委员提出的: where no line calls on them. */
function named(words: string): string[] {
  const match =
    /(?:^|[，。对于\s])(?<who>[\p{Script=Han}、某]{2,40}?(?:等\d*[位名]?)?(?:代表|委员))(?:在.{0,30})?(?:所)?(?:提出|提交|联名)/u.exec(
      words,
    );
  const who = match?.groups?.['who']?.replace(/^.*?(?:关于|对)/u, '').replace(/^(?:现?将|就|由|经)/u, '');
  return who === undefined ? [] : withRole(who);
}

/** 李某、张某委员 → 李某委员, 张某委员. */
const withRole = (who: string): string[] =>
  splitNames(who).map((part) =>
    /(?:代表|委员)$/u.test(part) ? part : `${part}${/委员$/u.test(who) ? '委员' : '代表'}`,
  );
