import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/errors.ts';
import { formatPlace } from '../../src/errors.ts';

export const SAMPLE = join(import.meta.dirname, '../rules/sample');
export const CASES = join(import.meta.dirname, 'cases');

/** A root of its own that goes away with it: the sample with other files laid over it. */
export function temporaryRoot(...layers: readonly string[]): { readonly root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'dafu-fault-'));
  for (const layer of layers)
    cpSync(layer, root, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('/expected.txt'),
    });
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

/** A finding as expected.txt writes it: place, severity and rule. */
export function findingLine({ place, severity, rule }: Finding): string {
  return `${formatPlace(place)} ${severity} ${rule}`;
}
