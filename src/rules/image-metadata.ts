import { readImageMetadata } from '../attachments/pictures.ts';
import type { Finding } from '../errors.ts';
import { body, found, rule, SAMPLE_REPLY } from '../rule.ts';
import { ATTACHMENT_AUTHOR, namesOfPersons } from './attachments.ts';
import { on, pass } from './checks.ts';
import { extension, IMAGE_TYPES } from './layout.ts';
import { PERSONAL_RULES, personalFindings } from './personal/index.ts';

export const IMAGE_LOCATION = rule('image-location', {
  severity: 'error',
  why: {
    zh: '手机拍的照片里存着拍摄地点，公开后谁都能读出来。',
    en: 'A photograph from a phone holds where it was taken, for everyone to read.',
  },
  examples: {
    bad: [
      {
        kind: 'bytes',
        path: `${SAMPLE_REPLY}/map.jpg`,
        // JPEG, APP1 Exif, little-endian TIFF, one entry: GPSInfo (8825).
        hex: 'ffd8ffe1001e45786966000049492a000800000001002588040001000000000000000000ffd9',
        text: 'map.jpg: Exif GPSInfo',
      },
    ],
    good: body('机井已全部修复。'),
  },
});

/** Pictures whose metadata are read. */
const METADATA_TYPES: ReadonlySet<string> = new Set([...IMAGE_TYPES, 'gif']);

export const PICTURE_METADATA = pass({
  finds: [IMAGE_LOCATION, ATTACHMENT_AUTHOR, ...PERSONAL_RULES],
  because: 'the metadata of a picture are read once',
  check: on('bytes', ({ path: file, bytes }) => {
    if (!METADATA_TYPES.has(extension(file))) return [];
    const { hasLocation, text, authors } = readImageMetadata(bytes);
    const personal = personalFindings(text, file).map((finding) => ({ ...finding, place: { file } }));
    return [...(hasLocation ? [located(file)] : []), ...personal, ...namesOfPersons(authors, file)];
  }),
});

const located = (file: string): Finding =>
  found(
    IMAGE_LOCATION,
    { file },
    { zh: '图片里存有拍摄地点（GPS）', en: 'the image holds the place where it was taken (GPS)' },
    {
      zh: '请用“另存为”或截图重新保存图片，或在属性里“删除属性和个人信息”',
      en: 'save the image again without metadata, or take a screenshot of it',
    },
  );

export const PLACE_IN_ATTACHMENT = pass({
  finds: [IMAGE_LOCATION],
  because: 'a picture in an attachment is published with it, and what it holds was read with the attachment',
  check: on('attachment', ({ hasLocation }, file) => (hasLocation ? [located(file)] : [])),
});
