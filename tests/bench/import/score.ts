import { isDeepStrictEqual } from 'node:util';

/** How a field of a letter was read: right, left to a person who is asked about it, or wrong without a word. */
export type Mark = 'right' | 'asked' | 'wrong';

/** What was made of one field. */
export interface FieldScore {
  readonly field: string;
  readonly mark: Mark;
  readonly expected: unknown;
  readonly found: unknown;
}

/** What is compared as a whole; the rest of `answers` is compared by its own fields. */
const OF_THE_TEXT: ReadonlySet<string> = new Set([
  'headings',
  'paragraphs',
  'tables',
  'first',
  'last',
  'enclosures',
  'annex',
  'copies',
]);

type Values = Readonly<Record<string, unknown>>;

/** A record with what is answered as fields of their own: `answers.title` lists the titles. */
function flat({ answers, off: _, asks: __, attachments: ___, ...rest }: Values): Map<string, unknown> {
  const items = [answers ?? []].flat().filter((item): item is Values => typeof item === 'object' && item !== null);
  const keys = new Set(items.flatMap((item) => Object.keys(item)));
  return new Map([
    ...Object.entries(rest),
    ...[...keys].map((key) => [`answers.${key}`, items.map((item) => item[key])] as const),
    ['answers', items.length],
  ]);
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === 0 || (Array.isArray(value) && value.length === 0);

/**
 * Compares what was read of a letter with what a careful clerk records, field by field; a field that neither has counts for nothing.
 * `asks` are the fields that a person is asked about, as `outline` gives them.
 */
export function scoreLetter(expected: Values, found: Values & { readonly asks?: unknown }): FieldScore[] {
  const [wanted, had] = [flat(expected), flat(found)];
  const asks = [found.asks ?? []].flat().map(String);
  const isAsked = (field: string): boolean =>
    asks.some((asked) => asked === field || (field.startsWith('answers') && asked === 'answers')) ||
    (OF_THE_TEXT.has(field) && asks.some((asked) => /[^\w.]/u.test(asked) || asked === 'addressee'));
  return [...new Set([...wanted.keys(), ...had.keys()])].flatMap((field): FieldScore[] => {
    const pair = { field, expected: wanted.get(field), found: had.get(field) };
    if (isNothing(pair.expected) && isNothing(pair.found)) return [];
    if (isDeepStrictEqual(pair.expected, pair.found)) return [{ ...pair, mark: 'right' }];
    return [{ ...pair, mark: isAsked(field) ? 'asked' : 'wrong' }];
  });
}

/** The questions about a letter that a careful clerk would not have been asked. */
export function needless(expected: Values, found: Values): string[] {
  const wanted = [expected['asks'] ?? []].flat();
  return [found['asks'] ?? []]
    .flat()
    .map(String)
    .filter((asked) => !wanted.includes(asked));
}
