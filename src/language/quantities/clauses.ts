import type { ClauseWords } from './clause-words.ts';
import { isYearNumber, type Quantity, type Sense } from './quantity.ts';

/** Days and years, what is counted by, and “both” or “the two”: they come between a word and its number. */
const BETWEEN: ReadonlySet<string> = new Set([
  ...['date', 'year-month', 'month-day', 'month', 'quarter', 'half-year', 'part'],
  ...['every', 'per', 'near-year'],
]);
/** What is never so much of something. */
const NO_VALUES: ReadonlySet<string> = new Set(['weekday', 'half-day', 'clock', 'document', 'standard', 'code']);

const isBetween = ({ kind, value, ordinal, firm, text }: Quantity) =>
  BETWEEN.has(kind) || ordinal === true || isYearNumber(value) || (!firm && !/\d/.test(text));

/** What ends a clause. */
const CLAUSE = /[，。；：、！？,;:!?()（）\n\t]|\.(?=\s|$)/g;

/**
 * Adds to each quantity of a text what its clause says of it: whether it is of all together, on average or of each (共, 平均, 各), with what
 * it is compared (同比, 环比), and whether it is a gain or a loss (盈利, 亏损). A clause that says two others of one kind says none.
 */
export function withClauses(text: string, quantities: readonly Quantity[], words: ClauseWords): Quantity[] {
  const told = quantities.filter((quantity) => !isBetween(quantity));
  const said = new Map(
    told.map((quantity, index) => [quantity, saidOf(text, told[index - 1], quantity, told[index + 1], words)]),
  );
  return quantities.map((quantity) => ({ ...quantity, ...said.get(quantity) }));
}

type Said = Pick<Sense, 'share' | 'base' | 'balance'>;

function saidOf(
  text: string,
  last: Quantity | undefined,
  { start, end, kind }: Quantity,
  next: Quantity | undefined,
  { share, base, balance, ahead }: ClauseWords,
): Said {
  if (NO_VALUES.has(kind)) return {};
  const whole = text.slice(last?.end ?? 0, start).replace(ahead, (words) => words.replace(',', ' '));
  const before = whole.slice(lastCut(whole));
  const after = text.slice(end, next?.start ?? text.length).split(CLAUSE, 1)[0] ?? '';
  const all = [
    ...Array.from(before.matchAll(share.before), groupOf),
    ...[share.after.exec(after)].flatMap((match) => (match === null ? [] : [groupOf(match)])),
  ] as NonNullable<Said['share']>[];
  const shares = new Set(all);
  if (shares.has('average')) shares.delete('each');
  // 人均收入累计增长: the nearer one.
  if (shares.has('average') && shares.has('total'))
    shares.delete(all.findLast((one) => one !== 'each') === 'total' ? 'average' : 'total');
  // 每所学校合计: all that each of them has, and no average.
  const isOfEach = shares.size === 2 && shares.has('each') && shares.has('total');
  const [only] = shares;
  const own = isOfEach ? 'each-total' : shares.size === 1 ? only : undefined;
  const nearest = ({ before: words, after: following }: ClauseWords['base']) => {
    const match = [...before.matchAll(words)].at(-1);
    return match ?? following.exec(after) ?? undefined;
  };
  // “Grew by 3% year on year and fell by 1% month on month”: what follows a number is nearer to it than what comes before.
  const compared = base.after.exec(after) ?? nearest(base);
  const kept = nearest(balance);
  return {
    ...(own === undefined ? {} : { share: own }),
    ...(compared === undefined ? {} : { base: groupOf(compared) as NonNullable<Said['base']> }),
    ...(kept === undefined ? {} : { balance: groupOf(kept) as NonNullable<Said['balance']> }),
  };
}

/** The name of the group that matched. */
const groupOf = ({ groups = {} }: RegExpExecArray | RegExpMatchArray): string =>
  Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';

/** Where the last clause of a text begins. */
function lastCut(text: string): number {
  const last = [...text.matchAll(CLAUSE)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
