/**
 * Orders two texts by their UTF-16 code units, the same on every machine, unlike an order by the rules of a language:
 * negative, 0 or positive, as `sort` takes it.
 */
export const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Orders versions by their three numbers (semver.org, 11; no version here has a suffix): negative where `one` is the earlier. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map((version) => version.split('.').map(Number));
  const index = [0, 1, 2].find((at) => first?.[at] !== second?.[at]);
  return index === undefined ? 0 : (first?.[index] ?? 0) - (second?.[index] ?? 0);
}
