/** How many mutations of a kind were tried, and what became of them. */
export interface Tally {
  tried: number;
  found: number;
  missed: number;
}

/** The mutations that were tried so far, kind by kind. */
export interface Tallies {
  readonly kinds: Readonly<Record<string, Tally>>;
  /** Those that nothing found, each as text. */
  readonly missed: readonly string[];
  /** Counts one; `told` says what it was. */
  count(kind: string, isFound: boolean, told: string): void;
}

/** Tallies of nothing yet. */
export function startTallies(): Tallies {
  const kinds: Record<string, Tally> = {};
  const missed: string[] = [];
  return {
    kinds,
    missed,
    count(kind, isFound, told) {
      const tally = kinds[kind] ?? { tried: 0, found: 0, missed: 0 };
      kinds[kind] = tally;
      tally.tried += 1;
      tally[isFound ? 'found' : 'missed'] += 1;
      if (!isFound) missed.push(`${kind}: ${told}`);
    },
  };
}
