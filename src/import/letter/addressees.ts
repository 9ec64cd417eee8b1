import { isBodyName } from './bodies.ts';
import { fold, foldTight } from './fold.ts';

const PERSON =
  '议员|署长|代表小组|代表团|代表|委员|同志|先生|女士|老师|教授|主席|主任|网友|网民|市民|居民|来信人|申请人|信访人';
const CALL = '(?:(?:尊敬的|敬爱的|亲爱的|各位) *)?';
const NAMES = '[^:。！!？?；;《》“”]{0,80}?';
const PERSONS = new RegExp(`^${CALL}${NAMES}(?:${PERSON})(?:\\([^()]{1,20}\\))?(?:们)?(?:您好|你好)? *[:,]?$`, 'u');
const GREETED = new RegExp(
  `^(?<call> *${CALL}(?<names>(?! )[^:。！!？?；;《》“”]{1,80}?) *(?<role>${PERSON}|委员会|委|支部|总支|总支部|小组|组|会|社|团|局|厅|办|办公室|政协|人大|党派)(?:\\([^()]{1,20}\\))?(?:们)? *[:])(?<rest> *\\S.*)$`,
  'u',
);
const NODDED = new RegExp(
  `^(?<call> *${CALL}[^:,。！!？?；;《》“”]{1,60}?(?:代表|委员|同志|先生|女士|网友)(?:们)? *,)(?<rest> *(?:您|你|们)*好.*)$`,
  'u',
);
/** 网友您好，您在…: the greeting belongs to the call. */
const HAILED = new RegExp(
  `^(?<call> *${CALL}(?:网友|网民|市民|居民)(?:朋友)?(?:们)? *(?:您|你)(?:们)?好 *[,!:])(?<rest> *\\S.*)$`,
  'u',
);
/** How the text of a reply goes on right after it called on its reader. */
const GOES_ON = /^ *(?:您|你|贵|感谢|非常|收到|来信|来函|首先|十分|关于|就|现|对|根据|按照|我|经|在|提出|所提)/u;

/** Where the text begins that is on one line with the addressee: an index into the line, or `undefined`. */
export function textAfterAddressee(text: string): number | undefined {
  const folded = fold(text);
  const greeted = GREETED.exec(folded)?.groups;
  if (greeted && GOES_ON.test(greeted['rest'] ?? '') && !/[,，]$/u.test(greeted['names'] ?? '')) {
    return (greeted['call'] ?? '').length;
  }
  return (NODDED.exec(folded) ?? HAILED.exec(folded))?.groups?.['call']?.length;
}

/** How surely a line calls on the reader of a letter, of 8; 0 where it does not. */
export function addresseeScore(text: string): number {
  const line = foldTight(text);
  if (line.length > 120 || line.length < 2) return 0;
  const hasColon = /:$/u.test(line);
  if (PERSONS.test(line)) return hasColon ? 7 : /,$/u.test(line) ? 4 : line.length <= 40 ? 4 : 1;
  const name = line.replace(/[:]$/u, '').replace(/^尊敬的/u, '');
  const bodies = name.split(/[、,和]/u);
  if (hasColon && (isBodyName(name) || bodies.every((body) => isBodyName(body)))) return 6;
  return hasColon && line.length <= 60 && !/[。;]|如下|包括|情况|措施|以下/u.test(line) ? 1.5 : 0;
}
