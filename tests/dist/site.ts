import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inject } from 'vitest';

/** A page of the built site. */
export interface BuiltPage {
  /** Relative to the output folder: `zh/replies/index.html`. */
  readonly file: string;
  /** The page's address below the base: `zh/replies/`. */
  readonly path: string;
  /** The template's name, from the class of its body. */
  readonly template: string;
  /** The page's language tag. */
  readonly language: string;
}

/** The files of the built site, by code point. */
export function builtFiles(): readonly string[] {
  const dist = inject('dist');
  return readdirSync(`${dist}/`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort();
}

export function readBuilt(file: string): string {
  return readFileSync(join(inject('dist'), file), 'utf8');
}

/** All pages of the built site. */
export function builtPages(): readonly BuiltPage[] {
  return builtFiles()
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const source = readBuilt(file);
      return {
        file,
        path: file.replace(/(?:^|(?<=\/))index\.html$/, ''),
        template: /<body[^>]* class="[^"]*?template-([a-z-]+)/.exec(source)?.[1] ?? 'none',
        language: /<html[^>]* lang="([^"]+)"/.exec(source)?.[1] ?? 'none',
      };
    });
}

/** One page of every template in every language: what holds for these holds for the others of their kind. */
export function templatePages(): readonly BuiltPage[] {
  const seen = new Map<string, BuiltPage>();
  for (const page of builtPages()) {
    const key = `${page.template} ${page.language}`;
    if (!seen.has(key)) seen.set(key, page);
  }
  return [...seen.values()];
}
