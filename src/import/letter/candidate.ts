/** The parts of a letter and of what surrounds it, in the order in which they follow one another. */
export const PHASES = ['head', 'addressee', 'text', 'foot', 'annex', 'tail'] as const;
export type Phase = (typeof PHASES)[number];

/** What units can be. */
export type Role =
  | 'chrome'
  | 'repeated-title'
  | 'masthead'
  | 'number'
  | 'mark'
  | 'title'
  | 'addressee'
  | 'text'
  | 'enclosures'
  | 'signature'
  | 'date'
  | 'stamp'
  | 'copies'
  | 'annex'
  | 'unknown';

/** One thing that units from `start` on may be, and how much speaks for it: 0 is nothing, 4 and more is nearly sure. */
export interface Candidate {
  readonly role: Role;
  readonly phase: Phase;
  readonly length: number;
  readonly score: number;
}

/** A candidate of one unit. */
export const one = (phase: Phase, role: Role, score: number): Candidate => ({ phase, role, score, length: 1 });
