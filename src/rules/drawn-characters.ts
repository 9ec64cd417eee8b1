import unicode from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };
import type { Finding } from '../errors.ts';
import { placer } from '../model/source-file.ts';
import { dataset, found, rule } from '../rule.ts';
import { type FieldText, on } from './checks.ts';
import { nameCharacter } from './lines.ts';

export const NOT_DRAWN = rule('picture-character', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '图表图片和分享卡片用的字体里没有这个生僻字，图片里会用“〓”代替；网页上照常显示。',
    en: 'The font of pictures and cards lacks this character, which is drawn as 〓 there; pages show it as it is.',
  },
  examples: {
    bad: dataset('"zh": "修复机井24眼"', '"zh": "𠮷村修复机井24眼"'),
    good: dataset('"zh": "修复机井24眼"', '"zh": "吉村修复机井24眼"'),
  },
  check: on('fields', inPictures),
});

/** The characters of the fonts that pictures and cards are drawn in, which have the same: CSS names them by ranges. */
const DRAWN: ReadonlySet<number> = new Set(
  Object.values(unicode)
    .flatMap((list) => list.split(','))
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, place) => first + place);
    }),
);

/** Han characters that fonts may lack: of the common block every font has nearly all. */
const RARE = /[\u3400-\u4dbf\u{20000}-\u{3ffff}]|[\u4e00-\u9fff]/gu;

/** What of a text would be drawn by itself: a line of front matter that cards show, or all of a dataset. */
const DRAWN_KEYS = /^(?:title|issuer|number):.*$/gm;

function inPictures({ role, text, path, linesBefore }: FieldText): Finding[] {
  if (role === 'document') return drawnFindings(text, path, 'front-matter', linesBefore);
  return role === 'dataset' ? drawnFindings(text, path, 'dataset') : [];
}

/** Characters that pictures cannot draw, each once: in a dataset anywhere, in front matter where cards show it. */
export function drawnFindings(
  text: string,
  file: string,
  kind: 'dataset' | 'front-matter',
  linesBefore = 0,
): Finding[] {
  const place = placer(text, file);
  const parts =
    kind === 'dataset'
      ? [{ part: text, from: 0 }]
      : Array.from(text.matchAll(DRAWN_KEYS), ({ 0: part, index }) => ({ part, from: index }));
  const told = new Set<string>();
  return parts.flatMap(({ part, from }) =>
    Array.from(part.matchAll(RARE)).flatMap(({ 0: character, index }): Finding[] => {
      if (told.has(character) || DRAWN.has(character.codePointAt(0) ?? 0)) return [];
      told.add(character);
      const { line = 1, column = 1 } = place(from + index);
      return [
        found(
          NOT_DRAWN,
          { file, line: line + linesBefore, column },
          {
            zh: `图片用的字体里没有 ${nameCharacter(character)}，图片里会写成“〓”`,
            en: `the font of pictures lacks ${nameCharacter(character)}, which is drawn as 〓 there`,
          },
          {
            zh: '确是这个字的，写进 waivers；有通用写法的，可改用通用字',
            en: 'where it is the right character, waive this; where there is a common form of it, use that',
          },
        ),
      ];
    }),
  );
}
