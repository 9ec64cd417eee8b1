import type { Stretch } from './digit-groups.ts';

/** Where people live. */
const ESTATE =
  '(?:小区|社区|花园|家园|公寓|新村|家属院|家属楼|宿舍|住宅|安置房|安置楼|里弄|胡同|苑|府邸|新城|名城|嘉园|雅居)';
/** Rooms of these are offices. */
const OFFICE =
  /(?:行政|政府|政务|大厦|办公|中心|写字楼|局|委员会|机关|会议|教室|法院|酒店|宾馆|医院|学校|学院|校区|综合楼|大楼|教学楼|门诊|office|government|hospital|school|hotel|tower)[^。；;，,：:\n]{0,10}$/i;

const COUNT = '[\\d一二三四五六七八九十百零〇]';
/** What follows the number of a flat where it is not one: a quantity. */
const NO_FLAT = `(?!${COUNT}|[ ]?(?:户居|户住|户群|户业|户家|户村|平|米|m|万|元|人|个|套|号楼|幢|栋|层|层楼|年|月|日|%|至|-|、${COUNT}+单元))`;

const ESTATE_BEFORE = new RegExp(`${ESTATE}[^。；;，,：:\\n]{0,10}$`);

/** A flat by its number; where only a building and a room are named, it may be an office. */
interface Flat {
  readonly pattern: RegExp;
  readonly mayBeOffice: boolean;
}

const UNIT = new RegExp(
  `${COUNT}{1,4} ?(?:单元|门洞) ?(?:${COUNT}{1,3} ?[层楼] ?)?(?:${COUNT}{3,5}|${COUNT}{1,4}(?= ?(?:室|号(?!楼|院)|房)))${NO_FLAT}(?: ?(?:室|号|户|房))?`,
  'g',
);
const ROOM = new RegExp(
  `${COUNT}{1,4} ?(?:号楼|幢|栋|座|#楼|#) ?${COUNT}{3,5} ?(?:室|房间?|号房)(?!居民|住户|群众|业主|外|内)`,
  'g',
);

const FLATS: readonly Flat[] = [
  // 3号楼2单元501室, 2单元501
  { pattern: UNIT, mayBeOffice: false },
  // 3号楼501室
  { pattern: ROOM, mayBeOffice: true },
  // 东单元501室
  {
    pattern: new RegExp(`[东西中南北]单元 ?${COUNT}{3,5} ?(?:室|号(?!楼|院)|房|户(?!居|住|群|业|家|村))`, 'g'),
    mayBeOffice: false,
  },
  // 2单元西户, 3单元5层东户
  {
    pattern: new RegExp(`${COUNT}{1,3} ?单元 ?(?:${COUNT}{1,3} ?[层楼] ?)?[东西南北中左右对]户(?![型家居住均])`, 'g'),
    mayBeOffice: false,
  },
  // 12号楼A座1203室
  { pattern: new RegExp(`${COUNT}{1,4} ?号楼 ?[A-Z]座 ?${COUNT}{3,4} ?[室号]`, 'g'), mayBeOffice: true },
  // 502室（幸福小区3号楼）
  {
    pattern: new RegExp(
      `${COUNT}{3,4} ?室 ?[(（][^）)\\n]{0,20}?${ESTATE}[^）)\\n]{0,6}?${COUNT}{1,4} ?(?:号楼|幢|栋|座)`,
      'g',
    ),
    mayBeOffice: false,
  },
  // 5-2-301住户
  { pattern: /(?<![\d-])\d{1,3}-\d{1,2}-\d{3,4} ?(?:号|室)?(?=住户|业主|居民|户主|租户)/g, mayBeOffice: false },
  // 12号楼1-301室, 3-2-501室
  {
    pattern: new RegExp(`${COUNT}{1,4} ?(?:号楼|幢|栋|座) ?\\d{1,2}-\\d{3,4}(?![\\d-])(?: ?[室房户])?`, 'g'),
    mayBeOffice: true,
  },
  { pattern: /(?<![\d-])\d{1,3}-\d{1,2}-\d{3,4} ?室/g, mayBeOffice: true },
  // 小区3-2-501
  { pattern: new RegExp(`${ESTATE} ?\\d{1,3}[-#]\\d{1,2}[-#]\\d{3,4}(?![\\d-])`, 'g'), mayBeOffice: false },
  // 小区501室
  { pattern: new RegExp(`${ESTATE} ?${COUNT}{3,5} ?室`, 'g'), mayBeOffice: false },
  {
    pattern:
      /\b(?:flat|apartment|apt\.?|room) (?:no\. ?)?\d{1,4}[a-z]?,? (?:of )?(?:unit|entrance|building|block|staircase) (?:no\. ?)?\d{1,3}/gi,
    mayBeOffice: true,
  },
  {
    pattern: /\b(?:unit|entrance|staircase) (?:no\. ?)?\d{1,3},? (?:flat|apartment|apt\.?|room|no\.) ?\d{1,4}/gi,
    mayBeOffice: false,
  },
  { pattern: /\bno\. ?\d{1,4}[a-z]?, ?unit (?:no\. ?)?\d{1,3}, ?(?:building|block)/gi, mayBeOffice: false },
  { pattern: /\b(?:flat|apartment|apt\.?) (?:no\. ?)?\d{1,4}[a-z]?(?=,)/gi, mayBeOffice: false },
];

/** The surnames that nine in ten people have. */
const SURNAME =
  '(?:欧阳|上官|司马|诸葛|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])';
const NAME = `${SURNAME}(?:\\p{Script=Han}{1,2}|某某?|[×xX*]{1,2})`;
/** Words that begin like names. */
const NO_NAME =
  /^(?:方便|方面|方式|方案|方可|高度|高层|金额|石油|白天|严重|严格|严禁|万元|任务|任何|任意|谢谢|陈旧|程序|程度|范围|顾虑|毛坯|孔洞|向上|向内|向外|许多|许可|马路|马上|周边|周围|周期|田间|杜绝|董事|于是|余下|余元|江边|江岸|林地|林木|石材|石头|黄色|白色|金属|高温|高压|高空|夏季|秦岭|段落|雷雨|史料|常住|何时|何种|应当|曾经|曾有|何处|张贴|余户|于本|于今|于该|向物|向社|向居|于小)/;
const BUILDING = `${ESTATE}[^。；;\\n]{0,6}?${COUNT}{1,4} ?(?:号楼|幢|栋|座)`;
const LIVES = `(?:同志|先生|女士|老人|一家|家)?[，,、(（ ]{0,2}(?:男|女)?[，,、 ]{0,2}(?:家住|住址?|居住|现住|住在|家在|家庭住址)[^。；;\\n]{0,20}?`;
const SPOKEN_OF = '(?:居民|业主|住户|户主|村民|租户|老人|的)?';
const AFTER_NAME = '(?=同志|先生|女士|老人|反映|来电|来信|投诉|家[中里的]|一家|[，,、。；;）)\\n]|$)';

const PERSON_BEFORE = new RegExp(`(${NAME})${LIVES}${BUILDING}`, 'gu');
const PERSON_BRACKET = new RegExp(`(${NAME})(?:同志|先生|女士)?[(（][^）)\\n]{0,20}?${BUILDING}`, 'gu');
const PERSON_AFTER = new RegExp(`${BUILDING}(?:${COUNT}{1,2}单元)?${SPOKEN_OF}(${NAME})${AFTER_NAME}`, 'gu');

/** 户主李四，幸福巷12号 */
const OWNER_HOME = new RegExp(
  `(?:户主|住户|业主|房主)(${NAME})[，,、(（ ]{0,2}[^。；;，,\\n]{0,12}?[巷街路弄] ?${COUNT}{1,4} ?号(?!楼|院|线)`,
  'gu',
);
/** 住4排3户, 家住东关村4排3号 */
const ROW_HOME = new RegExp(
  `(?:住|家在)[^。；;，,\\n]{0,16}?${COUNT}{1,3} ?排 ?第?${COUNT}{1,3} ?[户号](?![居住村民群数]|以)`,
  'g',
);

/** 东河村12号王小明家 */
const VILLAGE_HOME = new RegExp(`[村寨屯庄组] ?${COUNT}{1,4} ?号(?:院)?(${NAME})(?=家)`, 'gu');

/** 家庭住址：… with an address after it; after 是 or 为 only where it has a number, since 户籍地为本县的居民 is nobody's home. */
const NAMED_HOME = new RegExp(
  `(?:家庭住址|家庭地址|户籍地址|户籍地|现住址|常住地址|居住地址|住址|home address)[ ]?(?:[：:](?! ?(?:无|空|同上))[ ]?[^\\n，,。；;）)]{4,40}|(?:是|为|is)[ ]?(?=[^\\n，,。；;）)]{0,30}${COUNT} ?(?:号|组|室|栋|幢|单元| [A-Za-z]))[^\\n，,。；;）)]{4,40})`,
  'gi',
);

/** Homes of persons in a folded text: the number of a flat, or a person beside a building that people live in. The building alone is none. */
export function homes(text: string): Stretch[] {
  // Nearly no text names one.
  if (
    !/单元|门洞|室|号楼|幢|栋|座|#|[村寨屯庄组] ?[\d一二三四五六七八九十]|住址|地址|户籍|户|排|\d-\d|flat|apartment|apt|room|unit|entrance|home address/i.test(
      text,
    )
  )
    return [];
  const flats = FLATS.flatMap(({ pattern, mayBeOffice }) =>
    stretches(text, pattern).filter(
      ({ start }) => !mayBeOffice || !isOffice(text.slice(Math.max(0, start - 40), start)),
    ),
  );
  const beside = [PERSON_BEFORE, PERSON_BRACKET, PERSON_AFTER, VILLAGE_HOME, OWNER_HOME].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: written, 1: name = '', index }): Stretch[] =>
      NO_NAME.test(name) ? [] : [{ start: index, end: index + written.length }],
    ),
  );
  return [...flats, ...beside, ...stretches(text, NAMED_HOME), ...stretches(text, ROW_HOME)];
}

const OFFICE_ADDRESS =
  /(?:单位|办公|公司|营业|经营|注册|窗口|受理|接待|报名|领取|邮寄|报送|联系)(?:地址|地点|场所)[：:为]?[^。；;\n]{0,30}$/;

const isOffice = (before: string): boolean =>
  OFFICE_ADDRESS.test(before) || (OFFICE.test(before) && !ESTATE_BEFORE.test(before));

const stretches = (text: string, pattern: RegExp): Stretch[] =>
  Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({ start: index, end: index + written.length }));
