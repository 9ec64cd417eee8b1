import { type Candidate, PHASES, type Phase, type Role } from './candidate.ts';
import { candidatesAt } from './candidates.ts';
import type { Unit } from './units.ts';

/** Units that are one thing of a letter. */
export interface Segment {
  readonly role: Role;
  readonly phase: Phase;
  readonly start: number;
  readonly length: number;
  readonly score: number;
}

/** What it costs to go from one part of a letter to another that does not follow it at once: a letter mostly has them all. */
function passage(from: Phase, to: Phase): number {
  if (from === to) return 0;
  const steps = `${from} ${to}` as const;
  const costs: Readonly<Record<string, number>> = {
    'head text': -2,
    'text annex': -3,
    'text tail': -2,
    'addressee foot': -8,
    'head foot': -20,
    'head annex': -20,
    'head tail': -20,
    'addressee annex': -20,
    'addressee tail': -20,
  };
  return costs[steps] ?? 0;
}

/** What an end costs by where it comes: a letter is not over before its foot. */
const END: Readonly<Record<Phase, number>> = { head: -30, addressee: -20, text: -2, foot: 0, annex: 0, tail: 0 };

interface Path {
  readonly score: number;
  readonly segment: Segment | undefined;
  readonly before: Path | undefined;
}

/** A way so far: in which part it is, and whether it has had the letter's title. */
const stateOf = (phase: number, titled: boolean): number => phase * 2 + (titled ? 1 : 0);

/**
 * Finds what every unit of a source is: of all ways to read it as one letter, with its parts in order, the one for which most speaks
 * (a semi-Markov model's best path, by dynamic programming). `known` are the names of the site's bureaus.
 */
export function arrange(units: readonly Unit[], known: readonly string[]): Segment[] {
  const best: Map<number, Path>[] = Array.from({ length: units.length + 1 }, () => new Map());
  best[0]?.set(stateOf(0, false), { score: 0, segment: undefined, before: undefined });
  for (let start = 0; start < units.length; start += 1) {
    const candidates = candidatesAt(units, start, known);
    for (const [state, path] of best[start] ?? []) {
      for (const candidate of candidates) extend(best, state, path, candidate, start);
    }
  }
  let winner: Path | undefined;
  for (const [state, path] of best[units.length] ?? []) {
    const score = path.score + END[PHASES[state >> 1] ?? 'head'] + (state % 2 === 1 ? 0 : -1);
    if (winner === undefined || score > winner.score) winner = { ...path, score };
  }
  const segments: Segment[] = [];
  for (let path = winner; path?.segment !== undefined; path = path.before) segments.unshift(path.segment);
  return segments;
}

function extend(best: Map<number, Path>[], state: number, path: Path, candidate: Candidate, start: number): void {
  const from = state >> 1;
  const titled = state % 2 === 1;
  const to = PHASES.indexOf(candidate.phase);
  if (to < from || (candidate.role === 'title' && titled)) return;
  // Another list of what a page tells may stand only before the title or after the letter; an annex begins with its own words.
  if (candidate.phase === 'annex' && from !== to && candidate.role === 'annex' && candidate.score < 2 && from !== 3)
    return;
  const entering =
    candidate.phase === 'annex' && from !== to && candidate.role === 'annex' && candidate.score < 2 ? -2 : 0;
  const score = path.score + passage(PHASES[from] ?? 'head', candidate.phase) + candidate.score + entering;
  const key = stateOf(to, titled || candidate.role === 'title');
  const end = best[start + candidate.length];
  const known = end?.get(key);
  if (known !== undefined && known.score >= score) return;
  const { role, phase, length } = candidate;
  end?.set(key, { score, segment: { role, phase, length, start, score: candidate.score }, before: path });
}
