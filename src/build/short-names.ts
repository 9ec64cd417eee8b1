import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
