import type { Quantity, Sense } from './quantity.ts';

/** What two statements of one value can differ in besides the value. */
export type Contradiction =
  | 'sign'
  | 'direction'
  | 'bound'
  | 'part'
  | 'step'
  | 'when'
  | 'near'
  | 'either'
  | 'share'
  | 'base'
  | 'balance'
  | 'days'
  | 'stretch'
  | 'of'
  | 'course'
  | 'rest';

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
  // 三天后 against “within three days”
  const isLater = (own: Sense, twin: Sense) =>
    own.when === 'after' && own.bound === undefined && twin.bound === 'most' && twin.when === undefined;
  if (isLater(one, other) || isLater(other, one)) return 'when';
  for (const key of ['base', 'balance', 'days', 'stretch', 'of'] as const)
    if (one[key] !== undefined && other[key] !== undefined && one[key] !== other[key]) return key;
  const isShared = (own: Sense, twin: Sense) =>
    (own.share === 'total' && (twin.share === 'average' || twin.share === 'each')) ||
    (own.share === 'each-total' && twin.share === 'average');
  if (isShared(one, other) || isShared(other, one)) return 'share';
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
