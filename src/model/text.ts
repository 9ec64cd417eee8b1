import { z } from 'zod';
import { sha256Of } from './hashes.ts';
import {
  type Languages,
  type Locale,
  type Localized,
  originalLanguage,
  perLanguages,
  type Translated,
  USUAL_LANGUAGES,
} from './locale.ts';

/** Non-empty text without leading or trailing white space. */
export const textSchema = z
  .string()
  .min(1)
  .refine((text) => text.trim() === text, { message: 'must not begin or end with white space' });

/**
 * An object with a key for each of a site's languages: those that `needs` names must be there. Chinese and English may always be
 * given: a site may give one of them up and keep what it has.
 */
export function languageShape<Value extends z.ZodType>(
  languages: Languages,
  needs: (locale: Locale) => boolean,
  value: Value,
): Readonly<Record<string, Value | z.ZodOptional<Value>>> {
  const keys = new Set([...languages, ...USUAL_LANGUAGES]);
  return Object.fromEntries(
    [...keys].map((locale) => [locale, languages.includes(locale) && needs(locale) ? value : value.optional()]),
  );
}

/** A schema with the keys of `languageShape` under the type of its values, which TypeScript cannot infer: a site's languages are known at run time only. */
export const withLanguages = <Output, Input = Output>(schema: z.ZodType): z.ZodType<Output, Input> =>
  schema as z.ZodType<Output, Input>;

/** The same words in each of a site's languages. */
export const localizedSchema = perLanguages((languages) =>
  withLanguages<Localized, Translated>(z.strictObject(languageShape(languages, () => true, textSchema))),
);

/** Something in the original's language, and in the site's others where there is a translation: nothing is invented. */
export const translatedSchema = <Value extends z.ZodType>(languages: Languages, value: Value) =>
  withLanguages<Translated<z.output<Value>>, Translated<z.input<Value>>>(
    z.strictObject(languageShape(languages, (locale) => locale === originalLanguage(languages), value)),
  );

/** The same of words: those of the original alone may be written as they are. Always by language once read. */
export const originalFirstSchema = perLanguages((languages) =>
  z
    .union([textSchema, translatedSchema(languages, textSchema)])
    .transform((value): Translated => (typeof value === 'string' ? { [originalLanguage(languages)]: value } : value))
    // The JSON interface describes the value as it is once read.
    .pipe(translatedSchema(languages, textSchema)),
);

/** A name used in addresses and file names: lower-case ASCII letters, digits and single hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens');

/** One value, or a list of at least one: always a list of at least one once it is read. */
export function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  type Value = z.output<Schema>;
  return (
    z
      .union([z.array(schema).min(1), schema])
      .transform((value) => (Array.isArray(value) ? value : [value]) as [Value, ...Value[]])
      // A tuple with a rest would have this type, but another JSON Schema.
      .pipe(z.array(schema).min(1) as unknown as z.ZodType<[Value, ...Value[]], [Value, ...Value[]]>)
  );
}

/** A longer line, in characters, is neither a paragraph nor a value; parsers take quadratic time for its marks. */
export const LONGEST_LINE = 10_000;

/** The first line of a text that is too long, counted from 1; undefined where there is none. */
export function longLine(text: string): number | undefined {
  let line = 1;
  for (let at = 0; at <= text.length; line += 1) {
    const end = text.indexOf('\n', at);
    if ((end === -1 ? text.length : end) - at > LONGEST_LINE) return line;
    if (end === -1) return undefined;
    at = end + 1;
  }
  return undefined;
}

/** The first 16 hex digits of the SHA-256 of a block's text (UTF-8): what a translation says it was made from (`basedOn`). */
export function blockHash(text: string): string {
  return sha256Of(text).slice(0, 16);
}

/** The SHA-256 of a whole text, 64 hex digits: its blocks joined by single line feeds (UTF-8). */
export function textHash(blocks: readonly { readonly text: string }[]): string {
  return sha256Of(blocks.map(({ text }) => text).join('\n'));
}
