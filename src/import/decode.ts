import { SiteError } from '../errors.ts';
import type { Change } from './source.ts';

/** Characters that are not seen and mean nothing in a letter: controls, zero-width and direction marks. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

/** A text file decoded: line breaks as `\n`, unseen characters taken out and listed. */
export interface Decoded {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Decodes the bytes of a text file. Throws a SiteError where they are not UTF-8. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new SiteError(
      {
        rule: 'not-utf8',
        severity: 'error',
        place: { file },
        message: looksLikeGbk(bytes)
          ? { zh: '文件是 GBK（ANSI）编码', en: 'the file is in GBK (ANSI)' }
          : { zh: '文件不是 UTF-8 编码', en: 'the file is not UTF-8' },
        hint: {
          zh: '请在记事本或 WPS 中“另存为”，编码选 UTF-8，再导入',
          en: 'save it as UTF-8 and import it again',
        },
      },
      { cause: error },
    );
  }
  const changes: Change[] = [];
  const lines = text.replace(/\r\n?|\f|\u2028|\u2029|\u0085/gu, '\n').split('\n');
  const cleaned = lines.map((line, index) =>
    line.replace(UNSEEN, (character) => {
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const isMark = character === '\uFEFF' && index === 0 && line.startsWith(character);
      const removed = /\s/u.test(character) ? '' : character;
      changes.push({
        kind: isMark ? 'byte-order-mark' : 'control-character',
        line: index + 1,
        text: code,
        removed,
        added: '',
      });
      return '';
    }),
  );
  return { text: cleaned.join('\n'), changes };
}

function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
