import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A page of a built site. */
export interface BuiltPage {
  /** Relative to the output folder: `zh/replies/index.html`. */
  readonly file: string;
  /** The page's address below the base: `zh/replies/`. */
  readonly path: string;
  /** The template's name, from the class of its body. */
  readonly template: string;
  /** The page's language tag. */
  readonly language: string;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
}

/** The files of an output folder, by code point. */
export function filesIn(dist: string): readonly string[] {
  return readdirSync(`${dist}/`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort();
}

/** The pages of an output folder. */
export function pagesIn(dist: string): readonly BuiltPage[] {
  return filesIn(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const source = readFileSync(join(dist, file), 'utf8');
      return {
        file,
        path: file.replace(/(?:^|(?<=\/))index\.html$/, ''),
        template: /<body[^>]* class="[^"]*?template-([a-z-]+)/.exec(source)?.[1] ?? 'none',
        language: /<html[^>]* lang="([^"]+)"/.exec(source)?.[1] ?? 'none',
        indexed: !/<meta name="robots" content="[^"]*noindex/.test(source),
      };
    });
}

/** One page of every template in every language: what holds for these holds for the others of their kind. */
export function templatesOf(pages: readonly BuiltPage[]): readonly BuiltPage[] {
  const seen = new Map<string, BuiltPage>();
  for (const page of pages) {
    const key = `${page.template} ${page.language}`;
    if (!seen.has(key)) seen.set(key, page);
  }
  return [...seen.values()];
}
