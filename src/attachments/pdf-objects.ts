import { inflateSync, unzlibSync } from 'fflate';
import type { Carried } from './reading.ts';

/** Names of objects that run something or hold files (ISO 32000-1, 7.11.4, 12.6.4, 12.7.8, 13). */
const CARRIERS: readonly (readonly [name: RegExp, carried: Carried])[] = [
  [/\/(?:JavaScript|JS|Launch|ImportData|RichMedia|Rendition)(?![\w#])/, 'script'],
  [/\/XFA(?![\w#])/, 'form-program'],
  [/\/EmbeddedFiles?(?![\w#])/, 'files'],
];

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** What a PDF says in its objects, plain and compressed, whatever leads to them: also what a reader would not come to. */
export interface PdfObjects {
  /** The values of its entries as text, and its XMP packets. */
  readonly strings: string;
  readonly carries: readonly Carried[];
}

/** Reads a PDF's objects without following them; nothing is found in those that are encrypted. */
export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const raw = latin(bytes);
  const unpacked = [...raw.matchAll(/\/(?:ObjStm|Metadata)\b[\s\S]{0,400}?\bstream\r?\n/g)].map(
    ({ index, 0: head }) => {
      const start = index + head.length;
      const end = raw.indexOf('endstream', start);
      return inflated(bytes.subarray(start, end === -1 ? bytes.length : end));
    },
  );
  // The bytes of pictures and fonts would now and then spell a name.
  const plain = raw.replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, '');
  const objects = [plain, ...unpacked].join('\n');
  const packets = [raw, ...unpacked].flatMap((text) => text.match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g) ?? []);
  return {
    strings: [...stringsOf(objects), ...packets.map((packet) => Buffer.from(packet, 'latin1').toString('utf8'))].join(
      '\n',
    ),
    carries: carriedBy(objects),
  };
}

function carriedBy(objects: string): Carried[] {
  // A name may be written with its letters as #xx (7.3.5).
  const named = objects.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return CARRIERS.flatMap(([name, carried]) => (name.test(named) ? [carried] : []));
}

function stringsOf(objects: string): string[] {
  const strings = objects.matchAll(/\/[A-Z]\w+\s*(?:\(((?:\\[\s\S]|[^\\)])*)\)|<([\dA-Fa-f\s]+)>)/g);
  return Array.from(strings, ([, literal, hex]) =>
    literal === undefined
      ? pdfString(Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex'))
      : pdfString(Buffer.from(literal, 'latin1')),
  );
}

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
