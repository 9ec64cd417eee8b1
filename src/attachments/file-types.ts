import { unzipSync } from 'fflate';
import type { Bilingual } from '../errors.ts';

/** A type of file that may be beside a document. */
interface FileType {
  /** Endings of its names, in lower case; the first is the usual one. */
  readonly endings: readonly [string, ...string[]];
  readonly mediaType: string;
  readonly label: Bilingual;
  /** Whether bytes begin as a file of this type does. */
  readonly begins: (bytes: Uint8Array) => boolean;
}

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const startsWith =
  (...first: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    first.every((byte, index) => bytes[index] === byte);

/** A ZIP that holds a part of this name (ECMA-376 part 2; GB/T 33190). */
const packageWith =
  (part: string) =>
  (bytes: Uint8Array): boolean =>
    latin(bytes, 0, 2) === 'PK' && partNames(bytes).includes(part);

const OOXML = 'application/vnd.openxmlformats-officedocument';
const picture = (name: string): Bilingual => ({ zh: `${name} 图片`, en: `${name} picture` });

/** The types of file that may be beside a document: annexes as issued, and pictures that a browser shows. */
export const FILE_TYPES: readonly FileType[] = [
  {
    endings: ['pdf'],
    mediaType: 'application/pdf',
    label: { zh: 'PDF', en: 'PDF' },
    // Readers accept what comes before the mark within the first 1,024 bytes (ISO 32000-1, annex H, 3.4.1).
    begins: (bytes) => latin(bytes, 0, 1024).includes('%PDF-'),
  },
  {
    endings: ['ofd'],
    mediaType: 'application/ofd',
    label: { zh: 'OFD', en: 'OFD' },
    begins: packageWith('OFD.xml'),
  },
  {
    endings: ['docx'],
    mediaType: `${OOXML}.wordprocessingml.document`,
    label: { zh: 'Word 文档', en: 'Word document' },
    begins: packageWith('word/document.xml'),
  },
  {
    endings: ['xlsx'],
    mediaType: `${OOXML}.spreadsheetml.sheet`,
    label: { zh: 'Excel 表格', en: 'Excel workbook' },
    begins: packageWith('xl/workbook.xml'),
  },
  {
    endings: ['png'],
    mediaType: 'image/png',
    label: picture('PNG'),
    begins: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    endings: ['jpg', 'jpeg'],
    mediaType: 'image/jpeg',
    label: picture('JPEG'),
    begins: startsWith(0xff, 0xd8, 0xff),
  },
  {
    endings: ['webp'],
    mediaType: 'image/webp',
    label: picture('WebP'),
    begins: (bytes) => latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP',
  },
  {
    endings: ['avif'],
    mediaType: 'image/avif',
    label: picture('AVIF'),
    begins: (bytes) => latin(bytes, 4, 4) === 'ftyp' && /avi[fs]/.test(latin(bytes, 8, 64)),
  },
];

/** Types that are often mistaken for one of these. */
const OTHER_TYPES: readonly Pick<FileType, 'label' | 'begins'>[] = [
  {
    label: {
      zh: '旧版 Office 文件（.doc、.xls、.wps），或设了密码的文件',
      en: 'an old Office file (.doc, .xls, .wps), or one with a password',
    },
    begins: startsWith(0xd0, 0xcf, 0x11, 0xe0),
  },
  { label: { zh: '压缩包（RAR）', en: 'a RAR archive' }, begins: (bytes) => latin(bytes, 0, 4) === 'Rar!' },
  { label: { zh: '压缩包（ZIP）', en: 'a ZIP archive' }, begins: (bytes) => latin(bytes, 0, 2) === 'PK' },
  { label: { zh: 'RTF 文档', en: 'an RTF document' }, begins: (bytes) => latin(bytes, 0, 5) === '{\\rtf' },
  { label: { zh: 'Windows 程序', en: 'a Windows program' }, begins: (bytes) => latin(bytes, 0, 2) === 'MZ' },
  {
    label: { zh: '网页', en: 'a web page' },
    begins: (bytes) => /^(?:\ufeff|ï»¿)?\s*<(?:!doctype|html|head|body|script|svg|\?xml)\b/i.test(latin(bytes, 0, 512)),
  },
  { label: { zh: 'GIF 图片', en: 'a GIF picture' }, begins: (bytes) => latin(bytes, 0, 4) === 'GIF8' },
  { label: { zh: 'BMP 图片', en: 'a BMP picture' }, begins: (bytes) => latin(bytes, 0, 2) === 'BM' },
  {
    label: { zh: 'TIFF 图片', en: 'a TIFF picture' },
    begins: (bytes) => ['II*\0', 'MM\0*'].includes(latin(bytes, 0, 4)),
  },
];

/** The ending of a file's name in lower case, without its dot. */
export function endingOf(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The type that a file's name says it is; none where no such file may be beside a document. */
export function typeByName(name: string): FileType | undefined {
  const ending = endingOf(name);
  return FILE_TYPES.find(({ endings }) => endings.includes(ending));
}

/** What bytes are by how they begin; undefined where that is not known. */
export function labelByBytes(bytes: Uint8Array): Bilingual | undefined {
  return [...FILE_TYPES, ...OTHER_TYPES].find(({ begins }) => begins(bytes))?.label;
}

/** The names of a ZIP's parts; nothing is unpacked. None where it is broken. */
function partNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}
