import type { Languages, Locale } from '../../src/model/locale.ts';

const ug = 'ug' as Locale;

/** The languages of sites of every sort: one, two with and without English, more, and with originals in English. */
export const LANGUAGE_SETS: readonly { readonly called: string; readonly languages: Languages }[] = (
  [['zh'], ['zh', 'en'], ['zh', ug], ['zh', 'en', ug], ['en', 'zh']] satisfies readonly Languages[]
).map((languages) => ({ called: languages.join(', '), languages }));
