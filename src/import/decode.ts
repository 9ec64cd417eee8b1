import { type Bilingual, SiteError } from '../errors.ts';
import { MODEL_RULES } from '../model/rules.ts';
import type { Change } from './source.ts';

/** Characters that are not seen and mean nothing in a letter: controls, zero-width and direction marks. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

/** A text file decoded: line breaks as `\n`, unseen characters taken out and listed. */
export interface Decoded {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Encodings that a text may be read in besides UTF-8, by the name that a person writes; each with what TextDecoder calls it. */
const ENCODINGS = { gbk: 'gb18030', big5: 'big5', utf16: 'utf-16le', utf16be: 'utf-16be' } as const;
export type Encoding = keyof typeof ENCODINGS;

const FOUND: Readonly<Record<Encoding, Bilingual>> = {
  gbk: { zh: '文件是 GBK（ANSI）编码', en: 'the file is in GBK (ANSI)' },
  big5: { zh: '文件是 Big5 编码', en: 'the file is in Big5' },
  utf16: { zh: '文件是 UTF-16 编码', en: 'the file is in UTF-16' },
  utf16be: { zh: '文件是 UTF-16（BE）编码', en: 'the file is in UTF-16 (BE)' },
};

/** An encoding by one of its names: gbk, GB2312, gb18030, big5, utf-16 … */
export function encodingNamed(name: string): Encoding | 'utf8' | undefined {
  const plain = name.toLowerCase().replace(/[-_\s]/g, '');
  if (/^gb(?:k|2312|18030)$|^ansi$|^cp936$/.test(plain)) return 'gbk';
  if (plain === 'big5' || plain === 'cp950') return 'big5';
  if (plain === 'utf16' || plain === 'utf16le' || plain === 'unicode') return 'utf16';
  if (plain === 'utf16be') return 'utf16be';
  return plain === 'utf8' ? 'utf8' : undefined;
}

/** The encoding that a file's name says: 答复.gbk.txt. */
function encodingOfName(file: string): Encoding | undefined {
  const named = encodingNamed(/\.([\w-]+)\.[^.]+$/u.exec(file)?.[1] ?? '');
  return named === 'utf8' ? undefined : named;
}

const decoded = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: label === 'utf-8' }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The share of pairs of bytes that a range of lead and trail bytes holds, of all that are no ASCII: how usual a text would be. */
function usual(bytes: Uint8Array, isUsual: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    if (isUsual(lead, bytes[at + 1] ?? 0)) good += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : good / pairs;
}

/**
 * The encoding that bytes which are not UTF-8 seem to be in. GBK and Big5 use the same bytes: the one counts in whose rows of
 * common characters and signs (GB 2312 level 1, A1–A9 and B0–D7; Big5 level 1, A1–C6) more of them lie.
 */
function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  // A line break is two bytes in UTF-16, one of them zero; other encodings have none.
  if ((zeros[0] ?? 0) + (zeros[1] ?? 0) > 0) {
    const encoding = (zeros[1] ?? 0) >= (zeros[0] ?? 0) ? 'utf16' : 'utf16be';
    return /\p{Script=Han}/u.test(decoded(bytes, ENCODINGS[encoding]) ?? '') ? encoding : undefined;
  }
  const gbk = usual(
    bytes,
    (lead, trail) => trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7)),
  );
  const big5 = usual(
    bytes,
    (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1),
  );
  const isGbk = decoded(bytes, ENCODINGS.gbk) !== undefined;
  const isBig5 = decoded(bytes, ENCODINGS.big5) !== undefined;
  // Text in GBK has few trail bytes below A1, text in Big5 many: of two fair readings that decides.
  const low = usual(bytes, (_lead, trail) => trail >= 0x40 && trail <= 0x7e);
  if (isBig5 && (!isGbk || (big5 >= gbk && low > 0.15))) return 'big5';
  return isGbk && gbk > 0.5 ? 'gbk' : undefined;
}

function wrongEncoding(file: string, found: Encoding | undefined): SiteError {
  const message = found === undefined ? { zh: '文件不是 UTF-8 编码', en: 'the file is not UTF-8' } : FOUND[found];
  const renamed = file.replace(/(\.[^.]+)?$/u, (extension) => `.${found}${extension}`);
  const hint =
    found === undefined
      ? { zh: '请在记事本或 WPS 中“另存为”，编码选 UTF-8，再导入', en: 'save it as UTF-8 and import it again' }
      : {
          zh: `把文件名改为“${renamed}”，就按这种编码读；或在记事本里“另存为”，编码选 UTF-8，再导入`,
          en: `rename it to "${renamed}" to have it read in that encoding, or save it as UTF-8, and import it again`,
        };
  return new SiteError({ rule: MODEL_RULES['not-utf8'].id, severity: 'error', place: { file }, message, hint });
}

/**
 * Decodes the bytes of a text file: as UTF-8, or in the encoding that the user names, as an option or in the file's name.
 * Throws a SiteError, which names the encoding that the bytes seem to be in, where that does not read them.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  encoding: Encoding | undefined = encodingOfName(file),
): Decoded {
  const plain = decoded(bytes, 'utf-8');
  const isUtf8 = plain !== undefined && !plain.includes('\u0000');
  const text = isUtf8 ? plain : encoding === undefined ? undefined : decoded(bytes, ENCODINGS[encoding]);
  if (text === undefined) {
    const guess = guessEncoding(bytes);
    if (plain === undefined || guess !== undefined) throw wrongEncoding(file, guess);
    return clean(plain);
  }
  return clean(text);
}

/** Decodes a web page: in the encoding that its bytes or its head declare, else as UTF-8. Throws a SiteError like decodeText. */
export function decodePage(
  bytes: Uint8Array,
  file: string,
  encoding: Encoding | undefined = encodingOfName(file),
): Decoded {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = encodingNamed(/<meta[^<>]+?charset\s*=\s*(?:["']\s*)?([\w-]+)/iu.exec(head)?.[1] ?? '');
  const marked = guessEncoding(bytes.subarray(0, 2));
  const named = encoding ?? marked ?? (declared === 'utf8' ? undefined : declared);
  return decodeText(bytes, file, named);
}

/** Text that was decoded already, with the line breaks of all systems as one and unseen characters taken out and listed. */
export function clean(text: string): Decoded {
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
