import { copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Finding, SiteError } from '../errors.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, PRINT_FORMATS } from '../formats/registry.ts';
import { fileOfPath } from '../model/addresses.ts';
import { readSite } from '../reading/files.ts';
import { PRINTED_FOLDER, printedFile, readPrintedList } from '../reading/printed-letters.ts';
import { routePath } from '../routes.ts';
import { MOST_PUBLIC_BYTES } from '../rules/bytes.ts';
import { isLitter } from '../rules/layout.ts';
import { isSitePath, takenFinding } from '../rules/public-files.ts';
import { filesBelow, readPlainFile } from '../system/files.ts';
import { BUILD_RULES } from './rules.ts';

/** The folder of a root whose files are published as they are. */
const PUBLIC = 'public';

/** The files of a root's `public/` that are published, relative to it with `/`: what systems leave behind is not. */
export function publicFiles(root: string): readonly string[] {
  const folder = join(root, PUBLIC);
  return isFolder(folder) ? filesBelow(folder).files.filter((name) => !isLitter(name)) : [];
}

/**
 * Copies the files of `public/` into a built site: plain files only, and never over a page. Throws a SiteError for anything else, although
 * the check reports it first.
 */
export function copyPublicFiles(root: string, out: string): void {
  const folder = join(root, PUBLIC);
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return;
  const strange = isFolder(folder) ? filesBelow(folder).others.map((name) => `${PUBLIC}/${name}`) : [PUBLIC];
  if (strange.length > 0) throw new SiteError(strange.map((file) => notCopied(file)));
  for (const name of publicFiles(root)) {
    const target = join(out, name);
    if (isSitePath(name) || existsSync(target)) throw new SiteError(takenFinding(name));
    const bytes = readPlainFile(join(folder, name), MOST_PUBLIC_BYTES);
    if (typeof bytes === 'string') throw new SiteError(notCopied(`${PUBLIC}/${name}`));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes, { flag: 'wx' });
  }
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const notCopied = (file: string): Finding => ({
  rule: BUILD_RULES['public-not-copied'].id,
  severity: 'error',
  place: { file },
  message: {
    zh: '这不是普通文件，或者太大、读不了：没有发布',
    en: 'this is no plain file, or is too large or cannot be read: it is not published',
  },
  hint: { zh: '请把文件本身放进来', en: 'put the file itself in its place' },
});

/** Copies `public/` after Astro has written all pages. Runs before the integrations that read the whole site. */
export function publishPublicFiles(root: string): AstroIntegration {
  return {
    name: 'dafu-public-files',
    hooks: { 'astro:build:done': ({ dir }) => copyPublicFiles(root, fileURLToPath(dir)) },
  };
}

/** Puts the printed letters that a release keeps beside their pages after Astro has written these; does nothing where none were printed. */
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
