import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { filesBelow } from '../../src/system/files.ts';
import { type BuiltPage, pagesIn, routesOf, templatesOf } from './built-pages.ts';

/** The files of the built site, by code point. */
export const builtFiles = (): readonly string[] => filesBelow(inject('dist')).files;

export function readBuilt(file: string): string {
  return readFileSync(join(inject('dist'), file), 'utf8');
}

/** All pages of the built site. */
export const builtPages = (): readonly BuiltPage[] => pagesIn(inject('dist'));

/** One page of every template in every language of the built site. */
export const templatePages = (): readonly BuiltPage[] => templatesOf(builtPages());

/** One page of every route, template and language of the built site. */
export const routePages = (): readonly BuiltPage[] => routesOf(builtPages());
