import type { Finding } from '../errors.ts';
import { placer } from '../model/source-file.ts';
import { dataset, found, rule } from '../rule.ts';
import { on } from './checks.ts';

export const ESCAPE = rule('escaped-character', {
  severity: 'error',
  why: {
    zh: '“\\u202e”一类的代号在网页上会变成别的字符；看不见的字符、手机号码都可能藏在里面。',
    en: 'An escape such as \\u202e turns into another character on the page, and hides what no one may publish unseen.',
  },
  examples: {
    bad: dataset('"en": "24 wells repaired"', '"en": "24 wells\\u200b repaired"'),
    good: dataset('"en": "24 wells repaired"', '"en": "24 wells repaired"'),
  },
  check: on('fields', ({ text, path, linesBefore }) => escapeFindings(text, path, linesBefore)),
});

/** A string in double quotes, of JSON or YAML; one that is not closed goes to the end. */
const STRING = /"(?:[^"\\]|\\.)*(")?/gs;
/** Escapes that give a character by its number, or for a control character; `\\`, `\"`, `\/`, `\n` and `\t` are none. */
const ESCAPES = /\\(?:u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|[0abefrvNLP_]|.)/gis;
/** What escapes may represent: Chinese, as some programs write it. */
const HARMLESS = /^[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’—…·]$/u;
/** The two halves of a rarer character, as some programs write it. A half alone is no character, and no other program can read it. */
const HALVES = /\\ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}/gi;
const PLAIN = new Set(['\\\\', '\\"', '\\/', '\\n', '\\t', '\\ ', '\\\n']);

/** Escapes in the strings of a JSON or YAML text that hide what they represent. `linesBefore` is how many lines of the file come before the text. */
export function escapeFindings(text: string, file: string, linesBefore = 0): Finding[] {
  if (!text.includes('\\')) return [];
  const place = placer(text, file);
  return [...text.matchAll(STRING)].flatMap(({ 0: string, 1: closed, index: start }) =>
    (closed === undefined ? [] : [...withoutPairs(string).matchAll(ESCAPES)]).flatMap((match): Finding[] => {
      const [written, short, long, byte] = match;
      const code = short ?? long ?? byte;
      if (PLAIN.has(written)) return [];
      if (code !== undefined && HARMLESS.test(String.fromCharCode(Number.parseInt(code, 16)))) return [];
      const { line = 1, column = 1 } = place(start + match.index);
      return [
        found(
          ESCAPE,
          { file, line: line + linesBefore, column },
          {
            zh: `“${written}”在网页上会变成另一个字符`,
            en: `${written} would turn into another character on the page`,
          },
          {
            zh: '请直接写这个字符；看不见的字符请删去',
            en: 'write the character itself; delete one that cannot be seen',
          },
        ),
      ];
    }),
  );
}

/** A string with what is harmless blanked, so that all else keeps its place: two backslashes first, after which u is a letter. */
const withoutPairs = (string: string): string =>
  string.replace(/\\\\/g, '  ').replace(HALVES, (halves) => ' '.repeat(halves.length));
