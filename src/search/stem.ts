import { stemmer } from 'stemmer';
import type { Unit } from './units.ts';

/** What an English word is found by: its stem (Porter 1980). Numbers, Han characters and other scripts are their own stems. */
export function stemOf(unit: Unit): string {
  return unit.kind === 'word' && /^[a-z]+$/.test(unit.text) ? stemmer(unit.text) : unit.text;
}
