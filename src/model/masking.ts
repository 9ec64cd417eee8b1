import { z } from 'zod';
import { calendarDaySchema } from './dates.ts';
import { perLanguages } from './locale.ts';
import { originalFirstSchema, textSchema } from './text.ts';

/** What the record says of personal information that was masked after publication: when, why and where, never what it was. */
export const maskedSchema = perLanguages((languages) =>
  z.strictObject({
    date: calendarDaySchema,
    why: originalFirstSchema(languages),
    /** The ids of the blocks that held it. */
    paragraphs: z.array(textSchema).default([]),
    /** The titles of files that held it and are withheld. */
    files: z.array(originalFirstSchema(languages)).default([]),
  }),
);

const SIGNS = ['*', '×', '＊', '●', '■'] as const;

/** site.yaml, `masking`: which characters of what is masked stay. */
export const maskingSchema = z.strictObject({
  /** How many stay at the beginning, */
  first: z.int().min(0).max(6).default(3),
  /** and at the end, */
  last: z.int().min(0).max(6).default(4),
  /** of a text that has as many as these at least; of a shorter one the first stays. */
  from: z.int().min(8).default(11),
  /** The sign in place of each other character. */
  sign: z.enum(SIGNS).default('*'),
});

export type Masking = z.infer<typeof maskingSchema>;

/** A number keeps what parts its groups; other texts keep their spaces. */
const NUMBER = /^[^\p{L}@]*[Xx]?$/u;
const PARTING = /^[\s\u2060./_~()-]$/u;

/** A text with its middle masked, character for character: `138****8000`. What parts the groups of a number stays. */
export function maskedText(text: string, { first, last, from, sign }: Masking): string {
  const characters = [...text];
  const parting = NUMBER.test(text) ? PARTING : /^\s$/u;
  const counted = characters.filter((character) => !parting.test(character)).length;
  const [head, tail] = counted >= from ? [first, last] : [Math.min(1, counted - 1), 0];
  let at = 0;
  return characters
    .map((character) => {
      if (parting.test(character)) return character;
      at += 1;
      return at <= head || at > counted - tail ? character : sign;
    })
    .join('');
}

/** Whether a text is another one with characters of it masked, and nothing else changed. */
export function isMasked(before: string, after: string): boolean {
  const [one, other] = [[...before], [...after]];
  return (
    one.length === other.length &&
    one.every((character, index) => character === other[index] || SIGNS.some((sign) => sign === other[index]))
  );
}
