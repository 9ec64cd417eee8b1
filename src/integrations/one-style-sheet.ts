import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dropSpaceBetweenBlocks } from './block-space.ts';
import { readHead } from './read-head.ts';
import { linkFile } from './reuse/link.ts';
import { shortenPage, shortenSheet, shortPropertyNames } from './short-names.ts';

const LINK = /<link rel="stylesheet" href="([^"]+)">/g;

/** The pages of a folder, in order of their paths. */
function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Gives each page the one style sheet that holds what the bundler cut into several: pages of a template share it, and a
 * reply is one request and a kilobyte lighter. Custom properties get short names in both. `base` is the site's path; style
 * sheets stand in `folder` below it. Pages used again from the build in `previous` have theirs from there.
 */
export function uniteStyleSheets(out: string, base: string, folder: string, previous?: string): void {
  const united = new Map<string, string>();
  const asked = new Set<string>();
  const names = shortPropertyNames();
  for (const file of htmlFiles(out)) {
    const sheets = [...readHead(file).matchAll(LINK)].flatMap(([, href]) => (href === undefined ? [] : [href]));
    const [alone] = sheets;
    if (sheets.length < 2) {
      if (alone !== undefined && !asked.has(alone)) keepSheet(alone.slice(base.length), out, previous);
      if (alone !== undefined) asked.add(alone);
      continue;
    }
    const key = sheets.join(' ');
    const href = united.get(key) ?? writeUnited(sheets, out, base, folder, names);
    united.set(key, href);
    asked.add(href);
    let seen = false;
    const whole = readFileSync(file, 'utf8').replace(LINK, () => {
      if (seen) return '';
      seen = true;
      return `<link rel="stylesheet" href="${href}">`;
    });
    writeFileSync(file, shortenPage(dropSpaceBetweenBlocks(whole), names));
  }
  const sheets = readdirSync(join(out, folder)).filter((name) => name.endsWith('.css'));
  for (const sheet of sheets) if (!asked.has(`${base}${folder}/${sheet}`)) rmSync(join(out, folder, sheet));
}

/** A page of the last build, used again, may be the only one so far that asks for a sheet which that build united. */
function keepSheet(sheet: string, out: string, previous: string | undefined): void {
  if (previous !== undefined && !existsSync(join(out, sheet))) linkFile(previous, out, sheet);
}

function writeUnited(
  sheets: readonly string[],
  out: string,
  base: string,
  folder: string,
  names: ReadonlyMap<string, string>,
): string {
  const whole = sheets.map((sheet) => readFileSync(join(out, sheet.slice(base.length)), 'utf8')).join('');
  const css = shortenSheet(whole, names);
  const name = `site.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
  mkdirSync(join(out, folder), { recursive: true });
  // One that is linked to the last build's says the same.
  if (!existsSync(join(out, folder, name))) writeFileSync(join(out, folder, name), css);
  return `${base}${folder}/${name}`;
}

/** Unites the style sheets of every page when the build is done. It stands before what reads the finished pages. */
export function oneStyleSheet(base: string, folder: string): AstroIntegration {
  return {
    name: 'dafu-one-style-sheet',
    hooks: {
      'astro:build:done': ({ dir }) => uniteStyleSheets(fileURLToPath(dir), base, folder, process.env['DAFU_PREVIOUS']),
    },
  };
}
