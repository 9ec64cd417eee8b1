import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropSpaceBetweenBlocks } from './block-space.ts';
import { linkFile } from './reuse/take-files.ts';
import { shortenPage, shortenSheet, shortPropertyNames } from './short-names.ts';

const LINK = /<link rel="stylesheet" href="([^"]+)">/g;
const HEAD_END = '</head>';

/** Where pages stand, and where the bundler's style sheets. */
export interface SheetPlace {
  /** The folder of the pages, which gets the sheets that they ask for. */
  readonly out: string;
  /** The folder that the bundler wrote to. */
  readonly bundled: string;
  /** The site's path; begins and ends with `/`. */
  readonly base: string;
  /** The folder of style sheets, below the site's path. */
  readonly folder: string;
  /** The last build's output, from which pages may be used again. */
  readonly previous: string | undefined;
}

/** A page as it is published, and the style sheet that it asks for, by its path in the output. */
export interface FinishedPage {
  readonly html: string;
  readonly sheet: string | undefined;
}

/** Gives pages their style sheets. */
export interface OneStyleSheet {
  /** A page as it is published. The bundler's style sheets must have been written. */
  finish(html: string): FinishedPage;
  /** Lets a sheet stay that a page of the last build, used again, asks for: it may be the only one that does. */
  keep(sheet: string): void;
  /** Removes the sheets that no page asks for, once every page is made. */
  removeOthers(): void;
}

/**
 * Gives each page the one style sheet that holds what the bundler cut into several: pages of a template share it, and a
 * reply is one request and a kilobyte lighter. Custom properties get short names in both.
 */
export function oneStyleSheet({ out, bundled, base, folder, previous }: SheetPlace): OneStyleSheet {
  const united = new Map<string, string>();
  const asked = new Set<string>();
  const names = shortPropertyNames();
  const below = (href: string) => href.slice(base.length);
  return {
    finish(html) {
      const head = html.slice(0, html.indexOf(HEAD_END));
      const sheets = [...head.matchAll(LINK)].flatMap(([, href]) => (href === undefined ? [] : [href]));
      const [alone] = sheets;
      if (alone === undefined) return { html, sheet: undefined };
      if (sheets.length === 1) {
        asked.add(alone);
        return { html, sheet: below(alone) };
      }
      const key = sheets.join(' ');
      const href = united.get(key) ?? writeUnited(sheets, { out, bundled, base, folder }, names);
      united.set(key, href);
      asked.add(href);
      let seen = false;
      const linked = head.replace(LINK, () => {
        if (seen) return '';
        seen = true;
        return `<link rel="stylesheet" href="${href}">`;
      });
      const whole = linked + html.slice(head.length);
      return { html: shortenPage(dropSpaceBetweenBlocks(whole), names), sheet: below(href) };
    },
    keep(sheet) {
      if (asked.has(base + sheet)) return;
      asked.add(base + sheet);
      if (previous !== undefined && !existsSync(join(out, sheet))) linkFile(previous, out, sheet);
    },
    removeOthers() {
      const sheets = existsSync(join(out, folder)) ? readdirSync(join(out, folder)) : [];
      for (const sheet of sheets)
        if (sheet.endsWith('.css') && !asked.has(`${base}${folder}/${sheet}`)) rmSync(join(out, folder, sheet));
    },
  };
}

function writeUnited(
  sheets: readonly string[],
  { out, bundled, base, folder }: Omit<SheetPlace, 'previous'>,
  names: ReadonlyMap<string, string>,
): string {
  const whole = sheets.map((sheet) => readFileSync(join(bundled, sheet.slice(base.length)), 'utf8')).join('');
  const css = shortenSheet(whole, names);
  const name = `site.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
  mkdirSync(join(out, folder), { recursive: true });
  // One that is linked to the last build's says the same.
  if (!existsSync(join(out, folder, name))) writeFileSync(join(out, folder, name), css);
  return `${base}${folder}/${name}`;
}
