import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Keeps every test but those of `tests/published` out of the published content: what reads a file of this project's own `content/`, `data/` or
 * `public/` fails, so that a bureau's next reply cannot fail a test of the program. The JSON Schemas in `data/schema/` are the program's.
 */
const PROJECT = resolve(import.meta.dirname, '..');
const PUBLISHED = /^(?:content|data|public)(?:\/(?!schema(?:\/|$))|$)/;
const READING = ['readFileSync', 'readdirSync', 'opendirSync', 'openSync', 'cpSync', 'copyFileSync'] as const;

const { testPath = '' } = expect.getState();
if (!relative(PROJECT, testPath).startsWith('tests/published/')) {
  for (const name of READING) {
    const usual = fs[name] as (...parameters: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (path: unknown, ...others: unknown[]) => {
        const file = path instanceof URL ? fileURLToPath(path) : path;
        if (typeof file === 'string' && PUBLISHED.test(relative(PROJECT, resolve(file))))
          throw new Error(`${relative(PROJECT, file)} is published content: a test of the program reads tests/bureau`);
        return usual(path, ...others);
      },
    });
  }
  syncBuiltinESMExports();
}
