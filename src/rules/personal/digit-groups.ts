import { FILLER } from './fold.ts';

/** A stretch of a folded text: from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Digits with what may part their groups: spaces, dashes, dots, commas, bars of cells, quotation and other marks, one line's end. */
const RUN = /\d(?:[\u2060 \t\r\n._/\\,、;|~()*"'“”‘’+=:[\]【】「」-]{0,5}\d)*/g;
const DIGITS = /\d(?:\u2060*\d)*/g;

/** Digits without anything between them. */
export interface Group extends Stretch {
  readonly digits: string;
}

/** Consecutive groups of a run, with what parts them and what comes before and after. */
export interface Candidate extends Stretch {
  readonly digits: string;
  readonly sizes: readonly number[];
  /** What parts the groups, without fillers. */
  readonly separators: readonly string[];
  /** What parts the first group from one before it, and the last from one after it; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** The digits of the groups that go on before and after it in its own sizes, the same way: perhaps numbers of the same kind. */
  readonly alike: readonly string[];
  /** Whether a plus comes before it. */
  readonly isInternational: boolean;
  readonly context: Context;
}

/** The words around a number. */
interface Context {
  readonly isTelephone: boolean;
  readonly isCard: boolean;
  readonly isIdentity: boolean;
  /** Named as the number of something else: a document, an index, a case, an order. */
  readonly isOtherNumber: boolean;
  /** Followed by a unit, or preceded by a currency. */
  readonly isQuantity: boolean;
  /** In the address of a page. */
  readonly isInAddress: boolean;
}

/** How far words reach that say what a number is. */
const REACH = 30;

const TELEPHONE =
  /(?:电话|手机|移动号|联系|联络|致电|拨打|来电|短信|热线|微信|(?<!发票|合同|票据|单据|批文|订单|流水|项目)号码|mobile|phone|tel|call|contact|cell|sms)[^\d\n]{0,12}$/i;
const CARD = /(?:卡号|银行|账号|帐号|账户|帐户|card|bank|account)[^\d\n]{0,12}$/i;
const IDENTITY = /(?:身份证|公民身份|证件|驾驶证|驾照|identity|ID)[^\d\n]{0,14}$/;
const OTHER_NUMBER =
  /(?:(?:文|编|索引|案|流水|受理|登记|备案|许可|证|单|序|批|合同|发票|票据|凭证|图斑|宗地|项目|工程|卷|档|档案|订|货|公告|标准|版|字)号|编码|代码|条码|条形码|document|index|file|case|order|serial|reference|permit|project|contract)[^\d\n，。；、,;.]{0,10}(?:\d{2,8}-)?$|第[（( ]?$/i;
const NUMBERED_AFTER = /^[ \u2060]?号(?!楼|院|线|机|码)/;
const CURRENCY = /(?:[¥￥$€£]|人民币|RMB|CNY|USD|金额[为：: ]?)[ \u2060]?$/;
const MEASURE =
  /^[\u2060)]?[ ]?[余多]?(?:元|万|亿|千|美元|欧元|港元|亩|公顷|平方|立方|平米|米|公里|里|吨|公斤|千克|克|升|度电|千瓦|兆瓦|字节|%|‰|yuan\b|rmb\b|cny\b|usd\b|dollars?\b|mu\b|hectares?\b|ha\b|k?m[²³23]?\b|kg\b|tonnes?\b|tons?\b|kwh?\b|bytes?\b|[km]b\b)/i;
/** What is counted: with a word for a telephone before the number, these begin the next word. */
const COUNTED =
  /^(?:[余多]?(?:人|户|株|棵|次|件|个|份|套|辆|台|头|只|处|条|项|座|家|名|位|块|册|页|字)| (?:people|persons|households|items)\b)/;
const ENDS_ADDRESS = /[\s"'<>()（）]/;
const TELEPHONE_IN_ADDRESS = /(?:tel|phone|mobile)=$/i;

function contextOf(text: string, { start, end }: Stretch): Context {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const isTelephone = TELEPHONE.test(before);
  return {
    isTelephone,
    isCard: CARD.test(before),
    isIdentity: IDENTITY.test(before),
    isOtherNumber: OTHER_NUMBER.test(before) || NUMBERED_AFTER.test(after),
    isQuantity: CURRENCY.test(before) || MEASURE.test(after) || (!isTelephone && COUNTED.test(after)),
    isInAddress: isInAddress(text.slice(Math.max(0, start - 200), start)) && !TELEPHONE_IN_ADDRESS.test(before),
  };
}

/** Whether a text ends within the address of a page. */
function isInAddress(before: string): boolean {
  const at = before.lastIndexOf('://');
  return at !== -1 && !ENDS_ADDRESS.test(before.slice(at));
}

/** Fewest characters of a run that holds the number of a person. */
const SHORTEST = 11;

/** The digits of a folded text in groups, one list for each run of them that is long enough for the number of a person. */
export function runsOf(text: string): Group[][] {
  return Array.from(text.matchAll(RUN))
    .filter(([run]) => run.length >= SHORTEST)
    .map(({ 0: run, index: at }) =>
      Array.from(run.matchAll(DIGITS), ({ 0: written, index }) => {
        return { digits: written.replaceAll(FILLER, ''), start: at + index, end: at + index + written.length };
      }),
    );
}

/** The groups from `first` to `last` as one number, which `digits` are. */
export function candidateOf(
  text: string,
  groups: readonly Group[],
  first: number,
  last: number,
  digits: string,
): Candidate {
  const own = groups.slice(first, last + 1);
  const between = (index: number) => {
    const [one, other] = [groups[index], groups[index + 1]];
    return one === undefined || other === undefined ? '' : text.slice(one.end, other.start).replaceAll(FILLER, '');
  };
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
  const sizes = own.map((group) => group.digits.length);
  const isOfSizes = (some: readonly Group[]) =>
    some.length === own.length && some.every((group, index) => group.digits.length === sizes[index]);
  const neighbours = [
    groups.slice(Math.max(0, first - own.length), first),
    groups.slice(last + 1, last + 1 + own.length),
  ];
  return {
    start,
    end,
    digits,
    sizes,
    alike: neighbours.filter(isOfSizes).map((some) => some.map((group) => group.digits).join('')),
    separators: own.slice(1).map((_, index) => between(first + index)),
    before: first === 0 ? '' : between(first - 1),
    after: between(last),
    isInternational: text[start - 1] === '+',
    context: contextOf(text, { start, end }),
  };
}
