import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import type { AttachmentReading, Carried, Passage } from './index.ts';
import { readImageMetadata } from './pictures.ts';
import { joined } from './wrapped-lines.ts';

/** Unpacked bytes of a file that are looked at. */
const MOST_BYTES = 64_000_000;

/** The parts of a package that hold words, and after which elements a text ends. */
const WORDS: readonly { readonly part: RegExp; readonly ends: RegExp }[] = [
  {
    part: /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/,
    // A break of a line within a paragraph is no end.
    ends: /<\/w:(?:p|tc)>|<w:tab\b|<w:br\b[^<>]*w:type="(?:page|column)"/g,
  },
  { part: /^xl\/(?:sharedStrings|comments\d*|worksheets\/[^/]+)\.xml$/, ends: /<\/(?:si|v|is|text)>/g },
  { part: /(?:^|\/)Content\.xml$/, ends: /<\/ofd:TextCode>/g },
];

const PROPERTIES = /^docProps\/[^/]+\.xml$|(?:^|\/)(?:OFD|Document)\.xml$/;
/** Parts that hold a program or a file within the file, by their names. */
const CARRIERS: readonly (readonly [part: RegExp, carried: Carried])[] = [
  [/(?:^|\/)vba(?:Project|Data)\.|(?:^|\/)activeX\/|\.(?:js|vbs|exe|dll)$/i, 'script'],
  [/(?:^|\/)embeddings\//, 'files'],
];
/** A cell with a value. Where its type is `s`, that is the place of its text in the list of shared strings. */
const CELL = /<c(\s[^<>]*)>\s*<v>[^<>]*<\/v>\s*<\/c>/g;
/** Who wrote it, by its properties; and who wrote comments and changes of it. */
const AUTHORS = /<(?:dc:creator|cp:lastModifiedBy|Manager|ofd:Author|author)>([^<]+)<|\bw:author="([^"]+)"/g;
/** Pictures, which keep their own metadata. */
const PICTURES = /\.(?:jpe?g|png|webp)$/i;

/** Reads a zipped XML package, as Word, Excel and OFD files are (ECMA-376; GB/T 33190): words, properties, what it carries besides. */
export function readPackage(bytes: Uint8Array): AttachmentReading {
  const names: string[] = [];
  let left = MOST_BYTES;
  let parts: Unzipped;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        const isRead = PROPERTIES.test(name) || PICTURES.test(name) || WORDS.some(({ part }) => part.test(name));
        if (!isRead || originalSize > left) return false;
        left -= originalSize;
        return true;
      },
    });
  } catch {
    return { unreadable: 'broken', properties: '', carries: [], hasLocation: false };
  }
  const isPicture = ([name]: readonly [string, Uint8Array]) => PICTURES.test(name);
  const pictures = Object.entries(parts)
    .filter(isPicture)
    .map(([, part]) => readImageMetadata(part));
  const read = Object.entries(parts)
    .filter((part) => !isPicture(part))
    .map(([name, part]) => ({ name, xml: strFromU8(part) }));
  const words = read.flatMap(({ name, xml }) => {
    const ends = WORDS.find(({ part }) => part.test(name))?.ends;
    return ends === undefined ? [] : textLines(xml.replace(CELL, withoutShared), ends);
  });
  const properties = read.filter(({ name }) => PROPERTIES.test(name)).map(({ xml }) => xml);
  const authors = read.flatMap(({ xml }) =>
    [...xml.matchAll(AUTHORS)].map(([, author, reviewer = '']) => plainText(author ?? reviewer)),
  );
  return {
    passages: words.map(passageOf),
    properties: [...properties.flatMap((xml) => textLines(xml, /<\//g)), ...pictures.map(({ text }) => text)].join(
      '\n',
    ),
    author: [...new Set([...authors, ...pictures.flatMap((picture) => picture.authors)])].join('、'),
    hasLocation: pictures.some((picture) => picture.hasLocation),
    carries: CARRIERS.flatMap(([part, carried]) => (names.some((name) => part.test(name)) ? [carried] : [])),
  };
}

const withoutShared = (cell: string, attributes: string): string => (/\st="s"/.test(attributes) ? '' : cell);

/** Stands for a line that was broken within a paragraph, as Word's own text has it. */
const BROKEN = '\u000b';

function passageOf(text: string): Passage {
  if (!text.includes(BROKEN)) return { text };
  const [first = '', ...rest] = text.split(BROKEN);
  return {
    text: rest.reduce((before, next) => joined(before, next, true), first),
    broken: text.replaceAll(BROKEN, '\n'),
  };
}

/** The texts of an XML document, each on its own; `ends` are the tags after which one ends. */
function textLines(xml: string, ends: RegExp): string[] {
  const marked = xml
    .replace(ends, (end) => `\n${end}`)
    .replace(/<w:(?:br|cr)\b(?![^<>]*w:type="(?:page|column)")[^<>]*>/g, BROKEN)
    .replace(/<w:noBreakHyphen\b[^<>]*>/g, '-')
    .replace(/<[^<>]*>/g, '');
  return plainText(marked)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plainText = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
