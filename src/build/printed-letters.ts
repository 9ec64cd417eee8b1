import { copyFileSync, existsSync, linkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filePath } from '../formats/format.ts';
import { formatNamed, PRINT_FORMATS } from '../formats/registry.ts';
import { fileOfPath } from '../model/addresses.ts';
import { readSite } from '../reading/files.ts';
import { PRINTED_FOLDER, printedFile, readPrintedList } from '../reading/printed-letters.ts';
import { routePath } from '../routes.ts';

/** Lays the printed letters that a release keeps beside their pages when Astro has written these; nothing where it printed none. */
export function publishPrintedLetters(root: string, cache: string): AstroIntegration {
  return {
    name: 'dafu-printed-letters',
    hooks: {
      'astro:build:done': ({ dir }) => {
        if (readSite(root).pdf === true) layPrintedLetters(fileURLToPath(dir), cache);
      },
    },
  };
}

function layPrintedLetters(out: string, cache: string): void {
  const format = formatNamed(PRINT_FORMATS, 'pdf');
  for (const [name, { key }] of Object.entries(readPrintedList(cache))) {
    const [locale = '', id = ''] = name.split('/');
    if (!existsSync(join(out, fileOfPath(routePath('reply', { locale, id }))))) continue;
    const [from, to] = [join(cache, PRINTED_FOLDER, printedFile(key)), join(out, filePath(format, { locale, id }))];
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}
