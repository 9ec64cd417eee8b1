import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTE_LIST } from '../../src/routes.ts';
import { filesBelow } from '../../src/system/files.ts';

/** A page of a built site. */
export interface BuiltPage {
  /** Relative to the output folder: `zh/replies/index.html`. */
  readonly file: string;
  /** The page's address below the base: `zh/replies/`. */
  readonly path: string;
  /** The template's name, from the class of its body. */
  readonly template: string;
  /** The name of the route that the page is at. */
  readonly route: string;
  /** The page's language tag. */
  readonly language: string;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
}

/** The pages of an output folder. */
export function pagesIn(dist: string): readonly BuiltPage[] {
  return filesBelow(dist)
    .files.filter((file) => file.endsWith('.html'))
    .map((file) => {
      const source = readFileSync(join(dist, file), 'utf8');
      const path = file.replace(/(?:^|(?<=\/))index\.html$/, '');
      return {
        file,
        path,
        route: routeAt(path),
        template: /<body[^>]* class="[^"]*?template-([a-z-]+)/.exec(source)?.[1] ?? 'none',
        language: /<html[^>]* lang="([^"]+)"/.exec(source)?.[1] ?? 'none',
        indexed: !/<meta name="robots" content="[^"]*noindex/.test(source),
      };
    });
}

/** How the table of routes writes a language, one segment, and any number of them. */
const LANGUAGE = /\[locale\]/g;
const ANY = /\[\.\.\.\w+\]\//g;
const SEGMENT = /\[\w+\]/g;

/** The routes of pages as patterns, those with the fewest parameters first: `zh/follow/` is no standing page. */
const PATTERNS = ROUTE_LIST.filter(([, { entry, path }]) => entry !== undefined && /^$|\/$|\.html$/.test(path))
  .map(([name, { path }]) => {
    const source = path
      .replace('.html', '\\.html')
      .replace(LANGUAGE, '[a-z]{2,3}')
      .replace(ANY, '(?:[^/]+/)*')
      .replace(SEGMENT, '[^/]+');
    return { name, parameters: path.split('[').length, pattern: new RegExp(`^${source}$`) };
  })
  .sort((one, other) => one.parameters - other.parameters);

const routeAt = (path: string): string => PATTERNS.find(({ pattern }) => pattern.test(path))?.name ?? 'none';

/** One page of every template in every language: what holds for these holds for the others of their kind. */
export const templatesOf = (pages: readonly BuiltPage[]): readonly BuiltPage[] =>
  firstOfEach(pages, ({ template, language }) => `${template} ${language}`);

/** One page of every route, template and language: pages of one template show other parts of it at other routes. */
export const routesOf = (pages: readonly BuiltPage[]): readonly BuiltPage[] =>
  firstOfEach(pages, ({ route, template, language }) => `${route} ${template} ${language}`);

function firstOfEach(pages: readonly BuiltPage[], keyOf: (page: BuiltPage) => string): readonly BuiltPage[] {
  const seen = new Map<string, BuiltPage>();
  for (const page of pages) {
    const key = keyOf(page);
    if (!seen.has(key)) seen.set(key, page);
  }
  return [...seen.values()];
}
