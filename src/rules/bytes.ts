import type { Finding } from '../errors.ts';
import { MODEL_RULES } from '../model/rules.ts';
import { placer } from '../model/source-file.ts';
import { body, file, found, type Rule, rule } from '../rule.ts';
import { raisedWhileReading } from './checks.ts';

/** Text files over this many bytes are refused: no reply is that long. */
export const MOST_TEXT_BYTES = 2_000_000;

export const TOO_LARGE = rule('text-too-large', {
  severity: 'error',
  why: {
    zh: '一份答复不会超过 2 MB；更大的文件多半放错了内容。',
    en: 'No reply is longer than 2 MB; a larger file holds something else by mistake.',
  },
  examples: {
    bad: [
      {
        kind: 'bytes',
        path: 'content/glossary.yaml',
        hex: `repeat 2000001 23`,
        text: '2.0 MB',
      },
    ],
    good: body('机井已全部修复。'),
  },
});

/** Most bytes of a file in `public/`. */
export const MOST_PUBLIC_BYTES = 50_000_000;

/** Most bytes of a record in `data/published/`, which the program writes: the addresses of 10,000 replies have 3 MB. */
export const MOST_PUBLISHED_BYTES = 100_000_000;

export const PUBLIC_SIZE = rule('public-too-large', {
  severity: 'error',
  why: {
    zh: 'public/ 里的文件原样上网，每一版都带着；超过 50 MB 的文件读者很难下载，多半放错了。',
    en: 'Files in public/ go online as they are, with every release: one over 50 MB hardly loads, and mostly is there by mistake.',
  },
  examples: {
    bad: [{ kind: 'bytes', path: 'public/map.png', hex: 'repeat 50000001 25', text: 'map.png: 50.0 MB' }],
    good: file('public/map.png', 'x'),
  },
});

/** A text file decoded, or what keeps it from being read. */
export interface Decoded {
  /** The text without a byte order mark; `undefined` where the bytes are not text. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

export const DECODING = raisedWhileReading(
  [TOO_LARGE, PUBLIC_SIZE],
  'how many bytes a file has is seen before it is read',
);

/** Says that a file has too many bytes for what it is. */
export function tooLargeFinding(rule: Rule, path: string, bytes: number, most: number): Finding {
  const [size, limit] = [(bytes / 1_000_000).toFixed(1), most / 1_000_000];
  return found(
    rule,
    { file: path, line: 1, column: 1 },
    { zh: `文件有 ${size} MB，不得超过 ${limit} MB`, en: `${size} MB; it may have ${limit} MB at the most` },
    rule === TOO_LARGE
      ? {
          zh: '请把图片等另存为文件，正文只留文字；或拆成几份',
          en: 'move images and the like into files of their own, or split the document',
        }
      : {
          zh: '请压缩或拆成几份；放错的文件请删去',
          en: 'compress it or split it; delete it where it is there by mistake',
        },
  );
}

/** Reads up to `most` bytes as UTF-8; says so where they are more, or GBK or UTF-16 instead. */
export function decodeText(bytes: Uint8Array, path: string, most: number = MOST_TEXT_BYTES): Decoded {
  if (bytes.length > most) return { text: undefined, findings: [tooLargeFinding(TOO_LARGE, path, bytes.length, most)] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), findings: [] };
  } catch {
    return notUtf8(bytes, path);
  }
}

function notUtf8(bytes: Uint8Array, path: string): Decoded {
  const saveAs = {
    zh: '请用“另存为”，编码选 UTF-8，再提交（记事本：文件→另存为→编码→UTF-8）',
    en: 'use “Save as” with the encoding UTF-8 and commit again',
  };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused(
      MODEL_RULES['not-utf8'],
      path,
      '文件是以 UTF-16（记事本的“Unicode”）编码保存的',
      'the file was saved as UTF-16',
      saveAs,
    );
  }
  const at = firstInvalid(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  const place = placer(before, path)(before.length);
  const gbk = decodesAs('gb18030', bytes);
  const message = gbk
    ? { zh: '文件是以 GBK 编码保存的，不是 UTF-8', en: 'the file was saved as GBK, not UTF-8' }
    : { zh: '从这里起不是 UTF-8 编码的文字', en: 'from here on the bytes are not UTF-8' };
  return { text: undefined, findings: [found(MODEL_RULES['not-utf8'], place, message, saveAs)] };
}

function refused(rule: Rule, path: string, zh: string, en: string, hint: Finding['hint']): Decoded {
  return { text: undefined, findings: [found(rule, { file: path, line: 1, column: 1 }, { zh, en }, hint)] };
}

function decodesAs(encoding: string, bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** The offset of the first byte that is not UTF-8: halving, since a valid prefix decodes in a stream. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (validPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // Step back over the beginning of a character that the bad byte cuts short.
  while (low > 0 && ((bytes[low - 1] ?? 0) & 0xc0) === 0x80 && !complete(bytes.subarray(0, low))) low -= 1;
  return complete(bytes.subarray(0, low)) ? low : low - 1;
}

function validPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function complete(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
