import { location } from 'vfile-location';
import type { Place } from '../errors.ts';

/** Gives the place in a file of an offset (UTF-16 units) into its text. The lines are counted once, when first asked for. */
export function placer(text: string, file: string): (offset: number) => Place {
  const lines = location(text);
  return (offset) => {
    const { line, column } = lines.toPoint(offset) ?? { line: 1, column: 1 };
    return { file, line, column };
  };
}
