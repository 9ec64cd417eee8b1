import type { Bilingual, Finding } from '../errors.ts';
import { placer } from '../model/source-file.ts';
import { body, type Example, found, type Rule, rule } from '../rule.ts';
import { on, pass } from './checks.ts';
import { nameCharacter } from './lines.ts';

const good = body('机井已全部修复。');
const withCharacter = (character: string): Example => body(`机井已${character}全部修复。`);

export const CONTROL = rule('control-character', {
  severity: 'error',
  why: {
    zh: '控制字符（含 NUL）在网页上不显示，却会截断或弄坏文字，多由复制、转码带入。',
    en: 'Control characters, NUL among them, do not show but cut or spoil text; copying and converting bring them in.',
  },
  examples: { bad: withCharacter('\u0000'), good },
});

export const BIDI = rule('bidi-character', {
  severity: 'error',
  why: {
    zh: '双向控制符会让文字显示的次序与实际次序不同，数字也可能被倒过来读。',
    en: 'Bidirectional controls make text show in another order than it is stored in; figures can read backwards.',
  },
  examples: { bad: withCharacter('\u202e'), good },
});

export const INVISIBLE = rule('invisible-character', {
  severity: 'error',
  why: {
    zh: '零宽字符看不见，但会使检索不到、引用对不上。',
    en: 'Zero-width characters cannot be seen, yet keep words from being found and quotes from matching.',
  },
  examples: { bad: withCharacter('\u200b'), good },
});

export const UNREADABLE = rule('unreadable-character', {
  severity: 'error',
  why: {
    zh: '替换符（�）说明文字此前已成乱码；私用区字符在别人的电脑上显示为空框。',
    en: 'A replacement character (�) means that the text was garbled before; private-use characters are empty boxes on other computers.',
  },
  examples: { bad: withCharacter('\ufffd'), good },
});

export const NOT_NFC = rule('not-nfc', {
  severity: 'error',
  why: {
    zh: '同一个字有不同的存法（组合字符、兼容汉字、部首字），看起来一样，却检索不到。',
    en: 'The same letter can be stored in several ways (combining marks, compatibility ideographs, radicals): it looks alike but is not found.',
  },
  examples: { bad: body('机井已全部修复，井⼝已加盖。'), good: body('机井已全部修复，井口已加盖。') },
});

export const BOM = rule('byte-order-mark', {
  severity: 'warning',
  why: {
    zh: '文件开头的 BOM 有些程序不认。运行 dafu check --fix 可删去。',
    en: 'Some programs stumble over a byte order mark. dafu check --fix removes it.',
  },
  examples: {
    bad: [
      {
        kind: 'bytes',
        path: 'content/glossary.yaml',
        hex: 'efbbbf7465726d733a205b5d0a',
        text: '[BOM]terms: []',
      },
    ],
    good: [{ kind: 'file', path: 'content/glossary.yaml', text: 'terms: []\n' }],
  },
});

export const CRLF = rule('line-ending', {
  severity: 'warning',
  why: {
    zh: 'Windows 的换行（CRLF）使每一行都算改过，看不出真正的修改。运行 dafu check --fix 可统一。',
    en: 'Windows line endings (CRLF) make every line count as changed. dafu check --fix fixes them.',
  },
  examples: {
    bad: [{ kind: 'file', path: 'content/glossary.yaml', text: 'terms: []\r\n' }],
    good: [{ kind: 'file', path: 'content/glossary.yaml', text: 'terms: []\n' }],
  },
});

interface CharacterClass {
  readonly rule: Rule;
  readonly pattern: RegExp;
  readonly message: (name: string) => Bilingual;
}

const REMOVE: Bilingual = {
  zh: '请删去这个字符（重新输入这几个字最稳妥）',
  en: 'delete it; typing the words again is surest',
};

const CLASSES: readonly CharacterClass[] = [
  {
    rule: CONTROL,
    // Tab, line feed and carriage return are the only control characters of plain text.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g,
    message: (name) => ({ zh: `这里有看不见的控制字符 ${name}`, en: `a control character, ${name}` }),
  },
  {
    rule: BIDI,
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    message: (name) => ({
      zh: `这里有改变文字方向的控制符 ${name}`,
      en: `a character that turns the direction of text, ${name}`,
    }),
  },
  {
    rule: INVISIBLE,
    pattern: /(?![\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu,
    message: (name) => ({ zh: `这里有看不见的零宽字符 ${name}`, en: `an invisible character, ${name}` }),
  },
  {
    rule: UNREADABLE,
    pattern: /[\ue000-\uf8ff\ufff9-\uffff\u{f0000}-\u{10ffff}]/gu,
    message: (name) => ({
      zh: `这里有显示不出来的字符 ${name}`,
      en: `a character that does not show everywhere, ${name}`,
    }),
  },
];

export const CHARACTERS = pass({
  finds: [CONTROL, BIDI, INVISIBLE, UNREADABLE, NOT_NFC, BOM, CRLF],
  because: 'all look at each character of a file once',
  // A text of public/ goes online as it is.
  check: on('text', ({ role, text, path }) => (role === 'public' ? [] : characterFindings(text, path))),
});

/** What is wrong with single characters of a text file. `text` is as decoded, its byte order mark included. */
export function characterFindings(text: string, file: string): Finding[] {
  const place = placer(text, file);
  const findings = CLASSES.flatMap(({ rule, pattern, message }) =>
    [...text.matchAll(pattern)]
      .filter((match) => match.index > 0 || match[0] !== '\ufeff')
      .map((match) => found(rule, place(match.index), message(nameCharacter(match[0])), REMOVE)),
  );
  return [...findings, ...encodingWarnings(text, file), ...normalisationFindings(text, file)];
}

function encodingWarnings(text: string, file: string): Finding[] {
  const findings: Finding[] = [];
  if (text.startsWith('\ufeff')) {
    findings.push(
      found(
        BOM,
        { file, line: 1, column: 1 },
        { zh: '文件开头有 BOM 标记', en: 'the file begins with a byte order mark' },
        {
          zh: '运行 dafu check --fix 删去，或另存为“UTF-8（无 BOM）”',
          en: 'run dafu check --fix, or save as UTF-8 without BOM',
          web: {
            zh: '请下载这个文件，在记事本里“另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”），再上传；不改也能发布',
            en: 'download the file, save it as UTF-8 without BOM and upload it again; it can be published as it is',
          },
        },
      ),
    );
  }
  const at = text.indexOf('\r');
  if (at !== -1) {
    findings.push(
      found(
        CRLF,
        placer(text, file)(at),
        { zh: '换行是 Windows 格式（CRLF）', en: 'lines end in CRLF' },
        {
          zh: '运行 dafu check --fix 统一为 LF',
          en: 'run dafu check --fix to make them LF',
          web: {
            zh: '不改也能发布；请维护人员统一为 LF',
            en: 'it can be published as it is; ask the site’s maintainer to change them to LF',
          },
        },
      ),
    );
  }
  return findings;
}

/** Kangxi and CJK radicals: copied out of PDF files, they look like the characters but are others. */
const RADICALS = /[\u2e80-\u2fd5]/;

function normalisationFindings(text: string, file: string): Finding[] {
  if (!RADICALS.test(text) && text.normalize('NFC') === text) return [];
  const place = placer(text, file);
  return [...text.matchAll(/.\p{M}*/gsu)].flatMap((match): Finding[] => {
    const [letter] = match;
    const expected = RADICALS.test(letter) ? letter.normalize('NFKC') : letter.normalize('NFC');
    if (expected === letter) return [];
    return [
      found(
        NOT_NFC,
        place(match.index),
        {
          zh: `“${letter}”不是通常的存法（${codes(letter)}），应为“${expected}”（${codes(expected)}）`,
          en: `“${letter}” is stored as ${codes(letter)}; expected “${expected}” (${codes(expected)})`,
        },
        { zh: `请删去后重新输入“${expected}”`, en: `delete it and type “${expected}” again` },
      ),
    ];
  });
}

const codes = (text: string) =>
  [...text]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

/** The text as `--fix` leaves it: no byte order mark, lines ending in LF. */
export function repairedText(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
