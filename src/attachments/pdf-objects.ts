import { inflateSync, unzlibSync } from 'fflate';
import type { Carried } from './index.ts';

/** Names of objects that run something or hold files (ISO 32000-1, 7.11.4, 12.6.4, 12.7.8, 13). */
const CARRIERS: readonly (readonly [name: RegExp, carried: Carried])[] = [
  [/\/(?:JavaScript|JS|Launch|ImportData|RichMedia|Rendition)(?![\w#])/, 'script'],
  [/\/XFA(?![\w#])/, 'form-program'],
  [/\/EmbeddedFiles?(?![\w#])/, 'files'],
];

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** What a PDF says in its objects, plain and compressed, whatever leads to them: also what a reader would not come to. */
interface PdfObjects {
  /** The values of its entries as text, and its XMP packets. */
  readonly strings: string;
  readonly carries: readonly Carried[];
  /** Pictures that are kept as JPEG files, with their metadata. */
  readonly pictures: readonly Uint8Array[];
}

/** Reads a PDF's objects without following them; nothing is found in those that are encrypted. */
export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const raw = latin(bytes);
  const streams = stretches(raw, /\bstream\r?\n/, 'endstream');
  const unpacked = streams
    .filter(({ start }) => /\/(?:ObjStm|Metadata)\b/.test(raw.slice(Math.max(0, start - LONGEST_DICTIONARY), start)))
    .map(({ start, end }) => inflated(bytes.subarray(start, end)));
  // The bytes of pictures and fonts would now and then spell a name.
  const plain = outside(raw, streams);
  const objects = [plain, ...unpacked].join('\n');
  const packets = [raw, ...unpacked].flatMap((text) => xmpPackets(text).map(({ packet }) => packet));
  return {
    strings: [...stringsOf(objects), ...packets.map((packet) => Buffer.from(packet, 'latin1').toString('utf8'))].join(
      '\n',
    ),
    carries: carriedBy(objects),
    pictures: streams
      .filter(({ start }) => bytes[start] === 0xff && bytes[start + 1] === 0xd8)
      .map(({ start, end }) => bytes.subarray(start, end)),
  };
}

function carriedBy(objects: string): Carried[] {
  // A name may be written with its letters as #xx (7.3.5).
  const named = objects.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return CARRIERS.flatMap(([name, carried]) => (name.test(named) ? [carried] : []));
}

/** What comes before a stream and says what it holds, in bytes. */
const LONGEST_DICTIONARY = 400;

/** Every stretch between an opening and a closing mark; one that is never closed runs to the end. */
function stretches(text: string, open: RegExp, close: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const opening = new RegExp(open, 'g');
  while (opening.exec(text) !== null) {
    const start = opening.lastIndex;
    const end = text.indexOf(close, start);
    found.push({ start, end: end === -1 ? text.length : end });
    if (end === -1) break;
    opening.lastIndex = end + close.length;
  }
  return found;
}

/** A text without its stretches. */
function outside(text: string, within: readonly { readonly start: number; readonly end: number }[]): string {
  const ends = [0, ...within.map(({ end }) => end)];
  return ends.map((from, index) => text.slice(from, within[index]?.start ?? text.length)).join('');
}

/** The packets of XMP in a file, by where they begin. */
export function xmpPackets(text: string): { readonly at: number; readonly packet: string }[] {
  const close = '</x:xmpmeta>';
  return stretches(text, /(?=<x:xmpmeta)/, close)
    .filter(({ end }) => text.startsWith(close, end))
    .map(({ start, end }) => ({ at: start, packet: text.slice(start, end + close.length) }));
}

function stringsOf(objects: string): string[] {
  const hexadecimal = Array.from(objects.matchAll(/\/[A-Z]\w*\s*<([\dA-Fa-f\s]+)>/g), ([, hex = '']) =>
    Buffer.from(hex.replace(/\s/g, ''), 'hex'),
  );
  const literal = literalStrings(objects).map((text) => Buffer.from(unescaped(text), 'latin1'));
  return [...hexadecimal, ...literal].map(pdfString);
}

/** The strings in round brackets that follow names. */
function literalStrings(objects: string): string[] {
  const strings: string[] = [];
  const opening = /\/[A-Z]\w*\s*\(/g;
  const inside = /(?:\\[\s\S]|[^\\)])*/y;
  for (let open = opening.exec(objects); open !== null; open = opening.exec(objects)) {
    inside.lastIndex = opening.lastIndex;
    const [text = ''] = inside.exec(objects) ?? [];
    const end = opening.lastIndex + text.length;
    // Where one is not closed, none after it is.
    if (objects[end] !== ')') break;
    strings.push(text);
    opening.lastIndex = end;
  }
  return strings;
}

/** A string without its escapes (7.3.4.2): an octal number is a byte, and a line break after a backslash is dropped. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, other = '') => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return /^[\r\n]/.test(other) ? '' : (CONTROLS[other] ?? other);
  });
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A PDF text string: UTF-16 with its mark, else bytes as they are. */
const pdfString = (bytes: Uint8Array) =>
  new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);

function inflated(stream: Uint8Array): string {
  for (const read of [unzlibSync, inflateSync]) {
    try {
      return latin(read(stream));
    } catch {
      // Not compressed this way.
    }
  }
  return '';
}
