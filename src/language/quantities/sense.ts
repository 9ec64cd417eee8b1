import { isUnit } from '../../model/units.ts';
import type { Quantity, Sense } from './quantity.ts';

/** How a language says that a number grows, falls, or is a bound. Patterns meet what stands just before or just after a number. */
interface SenseWords {
  /** How far before and after a number its words are looked for, in UTF-16 units. */
  readonly reach: readonly [before: number, after: number];
  /** What ends a clause: words beyond it speak of something else. */
  readonly stop: RegExp;
  /** Words that say that it is below zero, at the end of what comes before; after it. */
  readonly negative: readonly [before: RegExp, after: RegExp];
  /** Words of growth and of decline before a number: the last one counts. The groups are `up` and `down`. */
  readonly before: RegExp;
  readonly after: RegExp;
  /** `least` and `most`. */
  readonly boundBefore: RegExp;
  readonly boundAfter: RegExp;
  /** `about` and `below` (nearly). */
  readonly nearBefore: RegExp;
  readonly nearAfter: RegExp;
  /** `by` and `to`: what something changed by, or what it came to. */
  readonly step: RegExp;
  /** `before` and `after` a day or time, and so long before or after something. */
  readonly whenBefore: RegExp;
  readonly whenAfter: RegExp;
  /** Either way. */
  readonly either: RegExp;
}

const ZH_UP =
  '增长|增加|上升|提高|提升|上涨|扩大|增至|升至|升到|(?<!减)新增|上浮|高出|多出|超出|增幅|涨幅|拓宽|延长|增收|增产|回升|攀升|走高|上调|偏高|偏多|多增|多收|(?:高于|多于|大于|好于|快于|超过)(?=[\\u4e00-\\u9fff]{2,12}$)|(?<![占对相配])比(?![例重率])[\\u4e00-\\u9fff]{1,9}[多高快大长][\\u4e00-\\u9fff]{0,2}$';
const ZH_DOWN =
  '下降|减少|少增|降低|下跌|缩减|减至|降至|降到|回落|压减|削减|缩短|下调|减收|减产|减排|走低|压缩|精简|节约|缩小|下浮|偏低|偏少|降幅|跌幅|下滑|减幅|萎缩|负增长|收窄|(?:低于|少于|小于|慢于|不足)(?=[\\u4e00-\\u9fff]{2,12}$)|(?<![占对相配])比(?![例重率])[\\u4e00-\\u9fff]{1,9}[少低慢小短][\\u4e00-\\u9fff]{0,1}$';
/** What grows or falls by or to a number. */
const ZH_CHANGES =
  '增长|增加|上升|提高|提升|上涨|扩大|延长|回升|上调|增收|增产|下降|减少|降低|下跌|缩减|压减|削减|缩短|回落|下调|减收|减产|压缩|下滑|收窄';

export const CHINESE_SENSE: SenseWords = {
  reach: [10, 10],
  stop: /[，。；：、！？,;!?（）()《》“”\n\t]/,
  negative: [/(?:负|零下|[-−－])$/, /^(?!)/],
  before: new RegExp(`(?<up>${ZH_UP})|(?<down>${ZH_DOWN})`, 'g'),
  after: /^(?:的|左右的?)?(?:(?<up>增长|增幅|涨幅|上升|提升|增量)|(?<down>下降|降幅|跌幅|减少|减量))/,
  boundBefore:
    /(?:(?<most>[不未](?:得|应|宜|能|可|要|会)?(?:高于|超过|多于|大于|长于|晚于)|(?:至多|最多)[\u4e00-\u9fff]{0,4}|(?:最高|最大|最长|上限)(?:可达|标准为|可|达|为|是|给予|奖励|补助|补贴|资助|支持)?|小于或?等于|低于|少于|小于|不足|不到|不满|未达到?|≤|<|控制在)|(?<least>不(?:得|应|宜|能|可|要|会)?(?:低于|少于|小于|短于)|(?:至少|最少)[\u4e00-\u9fff]{0,4}|(?:最低|最短|下限)(?:标准为|可|为|是|给予|补助|补贴)?|大于或?等于|超过|高于|大于|多于|突破|超|逾|≥|>))(?:[\u4e00-\u9fff]{1,8}的)?(?:约|近|为|了)?(?:每[\u4e00-\u9fff]{1,2})?$/,
  boundAfter:
    /^(?:周?岁|[\u4e00-\u9fff]{0,2})?(?:及|或|含|（含）|\(含\)|（含[^）]{1,6}）)?(?:(?<most>以下|以内|之内|之下|范围(?:以|之)?内|封顶|为上限|为限)|(?<least>以上|之上|以外|之外|开外|起步|为下限))/,
  nearBefore:
    /(?:(?<about>(?<![节预签履违契合公条制特续解集邀失爽盟要])(?:大)?约(?:为|有|合|需要?|占|达)?|大概(?:为|有|需要?)?)|(?<below>接近|将近|几近|(?<![附最邻就靠临亲新远相接将几])近))$/,
  nearAfter: /^(?:周?岁|[\u4e00-\u9fff]{0,2})(?<about>左右|上下(?![水游级班学车]))/,
  step: new RegExp(
    `(?:(?<to>(?:${ZH_CHANGES}|[增升降减涨缩])(?:至|到|为))|(?<by>(?:${ZH_CHANGES})))(?:了|约|近|超过|逾|接近|将近|大约)?$`,
  ),
  whenBefore: /(?:(?<before>截至|截止到?|不迟于|不晚于|早于)|(?<after>不早于|晚于))$/,
  whenAfter:
    /^[年月日号时天底末]?份?(?:之|以)?(?:(?<before>前(?![\d一二两三四五六七八九十半几期后述往来列置提景身任所夕端沿]))|(?<after>后(?![期续备勤者果方面台半代排])|以来|起))/,
  either: /[±]$|正负$/,
};

// “Linking of increase and decrease” (增减挂钩) is a policy's name and goes neither way.
const EN_UP =
  'increas\\w*(?!\\s(?:and|or)\\sdecreas)|rose|rise[sn]?(?!\\s(?:and|or)\\sfall)|rising|grew|grow(?:s|n|ing)?|growth(?=\\s+(?:of|by|rate|has been|was|is|reached|stood at)\\b|\\s*$)|climb\\w*|gain\\w*|rais\\w*|expand\\w*|higher(?=\\s+(?:by|than|to)\\b)|extend\\w*|exceed\\w*(?=\\s+(?:the|its|that|this)\\b)|up(?=\\s*$|\\s+(?:by|from|about|nearly|some)\\b)';
const EN_DOWN =
  'short(?=\\s+of\\s+(?:the|its)\\b)|(?<!\\bincreas\\w{1,4}\\s(?:and|or)\\s)decreas\\w*|declin\\w*|fell|(?<!\\brises?\\s(?:and|or)\\s)fall[a-z]*|drop\\w*|reduc\\w*|cut(?:s|ting)?|down(?=\\s*$|\\s+(?:by|from|to|about|nearly|some)\\b)|lower(?:ed|ing|(?=\\s+(?:by|than|to)\\b))|shr[aiu]nk\\w*|shorten\\w*|narrow\\w*';

export const ENGLISH_SENSE: SenseWords = {
  reach: [40, 26],
  stop: /[,;:!?()\n\t“”"]|\.(?=\s|$)/,
  negative: [
    /(?:(?<!plus or )\bminus\s+|\bnegative\s+|[-−])$/i,
    /^\s*(?:(?:°C|℃|degrees(?: Celsius)?)\s*)?below zero\b/i,
  ],
  before: new RegExp(`\\b(?:(?<up>${EN_UP})|(?<down>${EN_DOWN}))\\b`, 'gi'),
  after:
    /^\s*(?:[a-z]+\s+){0,2}?(?:(?<up>increase|rise|growth|higher|larger|gain|more(?!\s+than\s+\d)|above(?=\s+(?:the|that|its|their|last|usual|normal|average)\b))|(?<down>decrease|decline|reduction|fall|drop|cut|lower|less|fewer|smaller|below(?=\s+(?:the|that|its|their|last|usual|normal|average)\b)))\b/i,
  boundBefore:
    /\b(?:(?<most>at most|(?:no|not) more than|(?:does|do|did|must|shall|may|will|should|to|can)? ?not (?:to )?exceed(?:ing)?|not over|(?:no|not) higher than|not above|(?:no|not) greater than|up to|within|(?:no|not) longer than|capped at|(?:a )?(?:cap|ceiling) of|limited to|(?<!no |not )(?:less|fewer|lower|smaller) than|under|below|a maximum of|short of)|(?<least>(?:no|not) shorter than|start(?:s|ing)? (?:at|from)|pass(?:es|ed)|surpass(?:es|ed)|topped|at least|(?:no|not) less than|(?:no|not) fewer than|(?:no|not) lower than|not below|(?<!no |not )more than|over|above|(?<!not )(?:exceed(?:s|ed|ing)?)|in excess of|upwards of|(?<!no |not )(?:greater|higher) than|a minimum of))\s(?:about\s|RMB\s?|[¥$€£]\s?)?$/i,
  boundAfter:
    /^\s*(?:[a-z²³]+\s+){0,2}?(?:and|or)\s+(?:(?<most>less|fewer|below|under|lower|smaller)|(?<least>more|above|over|higher|larger|upwards))\b/i,
  nearBefore:
    /\b(?:(?<about>about|around|some|roughly|approximately|approx\.|an estimated|circa)|(?<below>nearly|almost|close to|just under|approaching))\s+(?:an?\s|the\s|RMB\s?|[¥$€£]\s?)?$/i,
  nearAfter: /^\s*(?:[a-z]+\s+){0,2}?(?<about>or so|or thereabouts)\b/i,
  step: new RegExp(
    `\\b(?:${EN_UP}|${EN_DOWN})\\b[^.;]{0,30}?\\b(?:(?<to>to)|(?<by>by))\\s+(?:about\\s|nearly\\s|some\\s|almost\\s|over\\s|more than\\s)?(?:RMB\\s?|[¥$€£]\\s?)?$`,
    'i',
  ),
  whenBefore:
    /\b(?:(?<before>(?<!not )before|by|not after|until|till|(?:no|not) later than|prior to)|(?<after>after|since|from|following|(?:no|not) earlier than|not (?:before|until)))\s+(?:the\s+)?$/i,
  whenAfter: /^\s*(?:(?<before>before|earlier|ago|prior to|in advance)|(?<after>after|later|afterwards|onwards?))\b/i,
  either: /[±]$|\bplus or minus\s$/i,
};

/** Adds to each quantity of a text, in their order, what the words around it say of it. */
export function withSense(text: string, found: readonly Quantity[], words: SenseWords): Quantity[] {
  // “Rose each year by 3%”: how often stands between a word and its number, and says nothing of it.
  const often = found.filter(({ kind }) => kind === 'every');
  const quantities = found.filter(({ kind }) => kind !== 'every');
  const sensed = sensedOf(text, quantities, words);
  return often.length === 0 ? sensed : [...sensed, ...often].sort((one, other) => one.start - other.start);
}

function sensedOf(text: string, quantities: readonly Quantity[], words: SenseWords): Quantity[] {
  let lastTold: Quantity | undefined;
  const told = quantities.map((quantity, index) => {
    // Years and days stand between a word and its number: rose in 2024 to 3%.
    const last = lastTold;
    if (!isDay(quantity)) lastTold = quantity;
    const from = Math.max(quantity.start - words.reach[0], last?.end ?? 0, 0);
    // “300 yuan a mu or more”: what it is counted by is no number of its own.
    const next = nextTold(quantities, index);
    const to = Math.min(quantity.end + words.reach[1], next?.start ?? text.length);
    const before = lastPart(text.slice(from, quantity.start), words.stop);
    // 35岁（含）以下
    const after =
      text
        .slice(quantity.end, to)
        .replace(/^([^（(]{0,3})[（(]含[^）)]{0,4}[）)]/, '$1')
        .split(words.stop, 1)[0] ?? '';
    const isRange = quantities[index - 1]?.end === quantity.start - 1;
    const isBracketed = /[(（]/.test(text[quantity.start - 1] ?? '') && /[)）]/.test(text[quantity.end] ?? '');
    return {
      ...quantity,
      ...senseOf(quantity, before, after, isRange, words),
      ...whenOf(quantity, before, after, words),
      ...(isBracketed ? ({ bracketed: true } as const) : {}),
    };
  });
  // 由0.85降至0.62: the words stand between the two.
  const backwards = told.map((quantity, index) => {
    const next = told[index + 1];
    const isFrom =
      quantity.direction === undefined &&
      next?.direction !== undefined &&
      FROM.test(text.slice(Math.max(0, quantity.start - 16), quantity.start)) &&
      INTO.test(text.slice(quantity.end, next.start));
    return isFrom ? { ...quantity, direction: next.direction } : quantity;
  });
  // Fell from 25 to 19, by 6: the words come before the first only.
  return withParts(text, backwards).reduce<Quantity[]>((done, quantity) => {
    const before = done.findLast((one) => !isDay(one));
    const between =
      before === undefined
        ? ''
        : text.slice(before.end, quantity.start).replace(/\s{0,3}\b(?:in|of)\s{1,3}\d{4}\b/g, '');
    const isJoined =
      before !== undefined &&
      (JOINED.test(between) ||
        (/^[^.;,，。；]{0,30}\bto\s*$/.test(between) && /\bfrom\s*$/.test(text.slice(0, before.start).slice(-8))));
    const inherits = isJoined && quantity.direction === undefined && before.direction !== undefined;
    done.push(inherits ? { ...quantity, direction: before.direction } : quantity);
    return done;
  }, []);
}

/** The next quantity that is one of its own: neither what something is counted by nor the zero of “below zero”. */
function nextTold(quantities: readonly Quantity[], index: number): Quantity | undefined {
  let at = index + 1;
  while (quantities[at]?.kind === 'per' || /^zero$/i.test(quantities[at]?.text ?? '')) at += 1;
  return quantities[at];
}

const DAYS: ReadonlySet<string> = new Set(['date', 'year-month', 'month-day', 'month', 'quarter', 'half-year', 'part']);
const isDay = ({ kind, value }: Quantity) => DAYS.has(kind) || /^(?:19|20)\d\d$/.test(value);

/** What joins a second number to the words before the first: from 25 to 19, to below 5, by 3; and exports by 5. */
const JOINED =
  /^\s{0,3}(?:(?:to|至|到)(?:\s{0,3}(?:below|above|over|under|about|nearly|less than|more than|at least|约))?|(?:,\s{0,3})?by|,?\s{0,3}and\s{1,3}(?:\w{1,30}\s{1,3}){1,4}(?:by|from))\s{0,3}$/;

/** What comes before and after the first of two numbers of which one becomes the other. */
const FROM = /[由从][^，。；]{0,12}$/;
const INTO = /^[^，。；]{0,16}(?:至|到|为)(?:[^，。；]{0,8}的)?$/;

/** Adds to months and years which part of them is meant. */
function withParts(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, index) => {
    if (!['month', 'year-month', 'number'].includes(quantity.kind)) return quantity;
    const [before, after] = [quantities[index - 1], quantities[index + 1]];
    const part = [
      before?.kind === 'part' && /^\s*$/.test(text.slice(before.end, quantity.start)) ? before : undefined,
      after?.kind === 'part' && /^[年月]?$/.test(text.slice(quantity.end, after.start)) ? after : undefined,
    ].find((own) => own !== undefined);
    if (part === undefined) return quantity;
    return {
      ...quantity,
      part: Number(part.value) as 1 | 2 | 3,
      ...(part.when === undefined ? {} : { when: part.when }),
    };
  });
}

function lastPart(text: string, stop: RegExp): string {
  const parts = text.split(stop);
  return parts[parts.length - 1] ?? '';
}

const SIGN = /[-−－]$/;
/** Either way: of an error, or of a voltage. */
const EITHER = /[±＋+]$/;

/** Grew by 2 billion yuan more, or less, than in the year before. */
const LESS_THAN_BEFORE = /^\s*(?:[a-z]+\s+)?(?:(?<up>more)|(?<down>less|fewer))\s+than\s+(?:in|the|a|that)\b/i;

function senseOf(
  quantity: Quantity,
  before: string,
  after: string,
  isRange: boolean,
  { negative, before: moves, after: moved, boundBefore, boundAfter, nearBefore, nearAfter, step, either }: SenseWords,
): Sense {
  if (quantity.ordinal) return {};
  // A sign after a letter, a digit or another sign joins what it stands between.
  const isSign = !isRange && !/[\p{Script=Latin}\d)\]）〕—–-][-−－]$/u.test(before);
  const bare = before.replace(SIGN, '').replace(EITHER, '');
  const isNegative = SIGN.test(before) ? isSign : negative[0].test(before) || negative[1].test(after);
  const limitBefore = boundBefore.exec(bare);
  const limit = boundAfter.exec(after)?.groups ?? limitBefore?.groups;
  // “No lower than” is a bound, and nothing falls.
  const moving = limitBefore === null ? bare : bare.slice(0, limitBefore.index);
  const last =
    LESS_THAN_BEFORE.exec(after)?.groups ?? [...moving.matchAll(moves)].at(-1)?.groups ?? moved.exec(after)?.groups;
  const direction = last?.['up'] === undefined ? (last?.['down'] === undefined ? undefined : -1) : 1;
  const bound = limit?.['least'] === undefined ? limitOf(quantity, limit?.['most'], bare, after) : 'least';
  const close = nearBefore.exec(bare)?.groups ?? nearAfter.exec(after)?.groups;
  // 近5年, 近10次 are the last ones.
  const isLast = close?.['below'] === '近' && (isSpan(quantity) || RECENT.test(after));
  const near = close === undefined || isLast ? undefined : close['about'] === undefined ? 'below' : 'about';
  const change = step.exec(bare)?.groups;
  return {
    ...(near === undefined ? {} : { near }),
    ...(change === undefined ? {} : { step: change['to'] === undefined ? 'by' : 'to' }),
    ...(either.test(before) ? { either: true } : {}),
    ...(isNegative ? { negative: true } : {}),
    ...(direction === undefined ? {} : { direction }),
    ...(bound === undefined ? {} : { bound }),
  };
}

const RECENT = /^(?:次(?![之])|届|期|批|轮|年|个?月|天|日|周|季|学)/;
const isSpan = ({ kind }: Quantity) => kind === 'days' || kind === 'months';

/** The bound that words give; 5个工作日内, 200元起 and 过半 give one for their kinds only. */
function limitOf(
  { kind }: Quantity,
  most: string | undefined,
  before: string,
  after: string,
): 'least' | 'most' | undefined {
  if (most !== undefined) return 'most';
  // 过半, 过三分之二
  if (kind === 'fraction' && before.endsWith('过')) return 'least';
  if ((kind === 'days' || kind === 'minutes') && /^内(?![容部地外])/.test(after)) return 'most';
  return isUnit(kind) && !LASTING.has(kind) && /^起(?![\u4e00-\u9fff])/.test(after) ? 'least' : undefined;
}

const LASTING: ReadonlySet<string> = new Set(['count', 'days', 'months', 'minutes', 'seconds', 'times']);
/** Days and times of day, of which something is before or after. */
const TIMES: ReadonlySet<string> = new Set([...DAYS, 'clock']);

/** Whether something is before or after a time, or so long before or after something else. */
function whenOf(quantity: Quantity, before: string, after: string, words: SenseWords): Pick<Sense, 'when'> {
  const isTime = TIMES.has(quantity.kind) || isDay(quantity);
  if (!isTime && !['days', 'months', 'minutes'].includes(quantity.kind)) return {};
  const groups = isTime
    ? (words.whenBefore.exec(before)?.groups ??
      (words === CHINESE_SENSE ? words.whenAfter.exec(after)?.groups : undefined))
    : words.whenAfter.exec(after)?.groups;
  // 2起: cases, not a beginning.
  if (groups === undefined || (!isTime && /^起/.test(after))) return {};
  return { when: groups['before'] === undefined ? 'after' : 'before' };
}

/** What two statements of one value can differ in besides the value. */
export type Contradiction = 'sign' | 'direction' | 'bound' | 'part' | 'step' | 'when' | 'near' | 'either';

/** Whether a number is approximate (about, nearly), and no bound. */
export const isOnlyNear = ({ near, bound, kind }: Quantity): boolean =>
  near !== undefined && bound === undefined && kind !== 'part';

/** In what two statements of one value contradict each other; `undefined` where they do not. */
export function contradiction(first: Sense, second: Sense): Contradiction | undefined {
  const [one, other] = [inAccounts(first, second), inAccounts(second, first)];
  if (one.part !== undefined && other.part !== undefined && one.part !== other.part) return 'part';
  const ways = [way(one), way(other)];
  const isOpposed =
    one.direction !== undefined &&
    other.direction !== undefined &&
    one.direction !== other.direction &&
    one.negative === other.negative;
  if (isOpposed) return 'direction';
  if (ways[0] !== undefined && ways[1] !== undefined && ways[0] !== ways[1]) return 'sign';
  if (one.direction !== undefined && one.direction === other.direction && one.negative !== other.negative)
    return 'sign';
  // A sign that is nowhere on the other side, not even as a decline, was lost.
  const isLost = (own: Sense, twin: Sense) => own.negative === true && !twin.negative && twin.direction === undefined;
  if (isLost(one, other) || isLost(other, one)) return 'sign';
  if (one.bound !== undefined && other.bound !== undefined && one.bound !== other.bound) return 'bound';
  const isMore = (own: Sense, twin: Sense) => own.near === 'below' && twin.bound === 'least' && twin.near === undefined;
  if (isMore(one, other) || isMore(other, one)) return 'bound';
  if (one.step !== undefined && other.step !== undefined && one.step !== other.step) return 'step';
  if (one.when !== undefined && other.when !== undefined && one.when !== other.when) return 'when';
  const isOneWay = (own: Sense, twin: Sense) => own.either === true && !twin.either && twin.bound !== 'most';
  return isOneWay(one, other) || isOneWay(other, one) ? 'either' : undefined;
}

/** In brackets beside a value below zero: accounts write it so. */
const inAccounts = (own: Sense, twin: Sense): Sense =>
  own.bracketed && twin.negative && !own.negative ? { ...own, negative: true } : own;

/** Whether a value adds or takes away: growth by a negative value is decline. Decline by a negative value may be meant either way. */
function way({ negative, direction }: Sense): 1 | -1 | undefined {
  if (!negative) return direction;
  return direction === -1 ? undefined : -1;
}
