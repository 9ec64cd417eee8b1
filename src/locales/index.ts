import { en } from './en.ts';
import type { Language } from './language.ts';
import { qps } from './qps.ts';
import { ug } from './ug.ts';
import { zh } from './zh.ts';

export type { Language } from './language.ts';

/** Languages besides the two that messages are written in: each file of this folder has its line here. */
const FURTHER: Readonly<Record<string, Language>> = { ug, qps };

/**
 * The code of a language that a site can have. The type names the two that every message has; `isLocale` narrows the
 * codes of further languages to it, and every record by locale has them too.
 */
export type Locale = 'zh' | 'en';

/**
 * The languages that a site can name in `languages` of site.yaml, by their codes, which are in addresses and file
 * names.
 */
export const LANGUAGES: Readonly<Record<Locale, Language>> = { zh, en, ...FURTHER };
