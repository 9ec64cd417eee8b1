/**
 * Orders two texts by their UTF-16 code units, the same on every machine, unlike an order by the rules of a language:
 * negative, 0 or positive, as `sort` takes it.
 */
export const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
