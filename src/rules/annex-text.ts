import { inflateSync, strFromU8, unzipSync, unzlibSync } from 'fflate';
import type { Finding } from '../errors.ts';
import { personalFindings } from './personal.ts';

/** Files of other programs whose words can be read: they go online as they are. */
export const ANNEX_TYPES: ReadonlySet<string> = new Set(['docx', 'xlsx', 'ofd', 'pdf']);

/** Unzipped bytes of an annex that are looked at. */
const MOST_BYTES = 64_000_000;

/** The parts of a package that hold words, and after which elements a text ends. */
const PARTS: readonly { readonly name: RegExp; readonly ends: RegExp }[] = [
  { name: /^word\/[^/]+\.xml$/, ends: /<\/w:(?:p|tc)>|<w:(?:tab|br)\b/g },
  { name: /^xl\/(?:sharedStrings|comments\d*|worksheets\/[^/]+)\.xml$/, ends: /<\/(?:si|v|is|text)>/g },
  { name: /^docProps\/[^/]+\.xml$/, ends: /<\//g },
  { name: /(?:^|\/)(?:OFD|Content|Document)\.xml$/, ends: /<\/ofd:\w+>/g },
];

/** Private data in the words and properties of an annex. A PDF's words stand in codes of its fonts: its properties are read. */
export function annexFindings(bytes: Uint8Array, type: string, file: string): Finding[] {
  const text = type === 'pdf' ? pdfProperties(bytes) : packageText(bytes);
  return personalFindings(text, file).map((finding) => ({ ...finding, place: { file } }));
}

/** The words of a zipped XML package; the empty text where it is broken. */
function packageText(bytes: Uint8Array): string {
  let left = MOST_BYTES;
  const wanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!PARTS.some((part) => part.name.test(name)) || originalSize > left) return false;
    left -= originalSize;
    return true;
  };
  try {
    return Object.entries(unzipSync(bytes, { filter: wanted }))
      .map(([name, part]) => {
        const ends = PARTS.find((known) => known.name.test(name))?.ends ?? /$/g;
        return strFromU8(part)
          .replace(ends, (end) => `\n${end}`)
          .replace(/<[^>]*>/g, '');
      })
      .join('\n');
  } catch {
    return '';
  }
}

/** The document information and XMP of a PDF, in plain and in compressed objects. */
function pdfProperties(bytes: Uint8Array): string {
  const raw = new TextDecoder('latin1').decode(bytes);
  const streams = [...raw.matchAll(/\/(?:ObjStm|Metadata)\b[\s\S]{0,400}?\bstream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    const end = raw.indexOf('endstream', start);
    return inflate(bytes.subarray(start, end === -1 ? bytes.length : end));
  });
  const objects = [raw, ...streams].join('\n');
  const strings = [...objects.matchAll(/\/[A-Z]\w+\s*(?:\(((?:\\[\s\S]|[^\\)])*)\)|<([\dA-Fa-f\s]+)>)/g)];
  const values = strings.map(([, literal, hex]) =>
    literal === undefined
      ? pdfString(Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex'))
      : pdfString(Buffer.from(literal, 'latin1')),
  );
  const packets = objects.match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g) ?? [];
  return [...values, ...packets.map((packet) => Buffer.from(packet, 'latin1').toString('utf8'))].join('\n');
}

function inflate(stream: Uint8Array): string {
  for (const read of [unzlibSync, inflateSync]) {
    try {
      return new TextDecoder('latin1').decode(read(stream));
    } catch {
      // Not compressed this way.
    }
  }
  return '';
}

/** A PDF text string: UTF-16 with its mark, else bytes as they are. */
const pdfString = (bytes: Uint8Array) =>
  new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
