import { en } from './en.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

export type { Language } from './language.ts';

/** The languages that a site can name in `languages` of site.yaml, by their codes, which stand in addresses and file names. */
export const LANGUAGES = { zh, en } as const satisfies Readonly<Record<string, Language>>;

/** The code of a language that a site can be in. */
export type Locale = keyof typeof LANGUAGES;
