import type { Random } from '../corpus/random.ts';

/** What a mutation did, for the report of a failure. */
export interface Mutation {
  readonly name: 'delete' | 'swap' | 'insert' | 'truncate' | 'repeat';
  readonly text: string;
  readonly at: number;
}

/** What slips of hand and of software put into a text. */
const INSERTS = [
  '<',
  '{',
  '}',
  '>',
  '*',
  '**',
  '_',
  '~',
  '~~',
  '`',
  '\\',
  '[',
  ']',
  '#',
  '|',
  '&',
  '&amp;',
  '&#20013;',
  '  \n',
  '\n',
  '\n\n',
  '\n---\n',
  '\n- ',
  '\n1. ',
  '\n> ',
  '\n    ',
  '\t',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u3000',
  '\u00a0',
  '\ue000',
  '\ufffd',
  'Т',
  '⼝',
  'e\u0301',
  '<!-- x -->',
  '<b>',
  '</b>',
  '<Note>',
  '{1}',
  '{globalThis.dafuCanary = 1}',
  '\nimport x from "y"\n',
  '\nexport const x = 1\n',
  '[x](javascript:1)',
  '![x](y.svg)',
  '[^1]',
  '\n[^1]: x\n',
  '\n[a]: x\n',
  'https://a.example）和',
  'http://a.example',
  '7',
  '0',
  '.',
  ',',
  '亿',
  '%',
  '13800138000',
  '文',
  'word ',
] as const;

/** One slip in a text, drawn from a seeded source. */
export function mutate(text: string, random: Random): Mutation {
  const at = random.integer(0, text.length - 1);
  const length = random.integer(1, random.integer(1, 40));
  switch (random.pick(['delete', 'swap', 'insert', 'insert', 'insert', 'truncate', 'repeat'] as const)) {
    case 'delete':
      return { name: 'delete', at, text: text.slice(0, at) + text.slice(at + length) };
    case 'swap': {
      const [one, other] = [text.slice(at, at + length), text.slice(at + length, at + 2 * length)];
      return { name: 'swap', at, text: text.slice(0, at) + other + one + text.slice(at + 2 * length) };
    }
    case 'insert':
      return { name: 'insert', at, text: text.slice(0, at) + random.pick(INSERTS) + text.slice(at) };
    case 'truncate':
      return { name: 'truncate', at, text: text.slice(0, at) };
    case 'repeat':
      return {
        name: 'repeat',
        at,
        text: text.slice(0, at + length) + text.slice(at, at + length) + text.slice(at + length),
      };
  }
}
