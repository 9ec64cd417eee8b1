import type { Finding } from '../errors.ts';
import { placer } from '../model/source-file.ts';
import { body, found, rule } from '../rule.ts';
import { on } from './checks.ts';

export const LOOKALIKE = rule('lookalike-letter', {
  severity: 'error',
  why: {
    zh: '西里尔或希腊字母混进拉丁字母，看起来一样，却检索不到，也可用来伪造网址。',
    en: 'Cyrillic or Greek letters among Latin ones look the same but are not found, and can forge an address.',
  },
  examples: {
    bad: body('按GB/Т 9704的要求修复机井。'),
    good: body('按GB/T 9704的要求修复机井。', 'The wells were repaired as GB/T 9704 requires.'),
  },
  check: on('text', ({ role, text, path }) => (role === 'public' ? [] : lookalikeFindings(text, path))),
});

/** Letters that look like Latin ones (Unicode confusables of the basic Latin alphabet in Cyrillic and Greek). */
const LATIN_FOR: ReadonlyMap<string, string> = new Map([
  ...pairs('АВЕЅІЈКМНОРСТУХҮаеорсухіјѕһԁԛԝ', 'ABESIJKMHOPCTYXYaeopcyxijshdqw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'),
]);

function pairs(from: string, to: string): [string, string][] {
  const latin = [...to];
  return [...from].map((letter, index) => [letter, latin[index] ?? letter]);
}

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu;

/** Words in which letters of another alphabet pass for Latin ones: mixed with Latin, or made of such letters only. */
export function lookalikeFindings(text: string, file: string): Finding[] {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return [];
  const place = placer(text, file);
  return [...text.matchAll(WORD)].flatMap((match): Finding[] => {
    const letters = [...match[0]];
    const foreign = letters.filter((letter) => LATIN_FOR.has(letter));
    const disguised = foreign.length === letters.length || letters.some((letter) => /\p{Script=Latin}/u.test(letter));
    const [first] = foreign;
    if (first === undefined || !disguised) return [];
    const meant = letters.map((letter) => LATIN_FOR.get(letter) ?? letter).join('');
    const script = /\p{Script=Greek}/u.test(first)
      ? { zh: '希腊', en: 'Greek' }
      : { zh: '西里尔（俄文）', en: 'Cyrillic' };
    return [
      found(
        LOOKALIKE,
        place(match.index + match[0].indexOf(first)),
        {
          zh: `“${match[0]}”中的“${first}”是${script.zh}字母，不是拉丁字母`,
          en: `“${first}” in “${match[0]}” is a ${script.en} letter, not a Latin one`,
        },
        { zh: `请用英文输入法重新输入“${meant}”`, en: `type “${meant}” again with a Latin keyboard` },
      ),
    ];
  });
}
