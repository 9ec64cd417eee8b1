import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkFile } from './reuse/take-files.ts';

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

const STYLES = join(import.meta.dirname, '../site/styles');
const PROPERTY = /--[a-z][a-z0-9-]*/g;

/**
 * A short name for every custom property of the style sheets, such as `--a` for `--paper`: the same for one state of the
 * style sheets, whatever is built with them. A page with its style sheet is 200 bytes lighter with short names.
 */
export function shortPropertyNames(): ReadonlyMap<string, string> {
  const sheets = readdirSync(STYLES)
    .filter((name) => name.endsWith('.css'))
    .sort();
  const names = new Set(sheets.flatMap((name) => readFileSync(join(STYLES, name), 'utf8').match(PROPERTY) ?? []));
  return new Map([...names].sort().map((name, index) => [name, `--${shortName(index)}`]));
}

/** 0 → a, 25 → z, 26 → aa. */
function shortName(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : shortName(Math.floor(index / 26) - 1) + letter;
}

/** A style sheet with short names. */
export function shortenSheet(css: string, names: ReadonlyMap<string, string>): string {
  return css.replace(PROPERTY, (name) => names.get(name) ?? name);
}

/** A page with short names, where the attributes of its drawings refer to custom properties. */
export function shortenPage(html: string, names: ReadonlyMap<string, string>): string {
  return html.replace(/="var\((--[a-z][a-z0-9-]*)\)"/g, (_whole, name: string) => `="var(${names.get(name) ?? name})"`);
}

/** Elements between whose tags white space shows nothing: what begins or ends a block, and what stands in the head. */
const BLOCKS =
  '(?:html|head|meta|link|title|body|header|main|footer|nav|section|article|aside|div|p|ul|ol|dl|h[1-6]|form|fieldset|table|thead|tbody|tr|figure|details)';
const AFTER = new RegExp(`(</?${BLOCKS}(?:\\s[^<>]*)?>)\\s+(?=<)`, 'g');
const BEFORE = new RegExp(`(>)\\s+(?=</?${BLOCKS}[\\s>])`, 'g');

/**
 * A page without the white space between tags of blocks, which no browser shows (CSS Text 3, section 4.1.1: spaces at the
 * beginning and the end of a line are removed). Between inline elements and list items it stays. A reply is 80 bytes lighter.
 */
export function dropSpaceBetweenBlocks(html: string): string {
  return html.replace(AFTER, '$1').replace(BEFORE, '$1');
}
