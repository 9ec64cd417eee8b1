import { readImageMetadata } from '../../attachments/picture-metadata.ts';
import { pictureFormat, pictureParts } from '../../attachments/picture-parts.ts';
import type { Finding } from '../../errors.ts';
import { BUILD_RULES } from '../rules.ts';
import { auditFinding } from './finding.ts';

/** Parts of pictures that may carry words about who made them, or where and when, and what is said of them. */
const TELLING: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'EXIF', 'XMP '].map((name) => [name, name])),
  APP1: 'Exif/XMP',
  APP13: 'IPTC',
  COM: 'COM',
};

/** Finds metadata in an image: names, places and times are personal data that nobody sees on the page. */
export function imageMetadata(file: string, bytes: Buffer): readonly Finding[] {
  return [...new Set(metadataOf(bytes))].map((kind) =>
    auditFinding(
      BUILD_RULES['image-metadata'],
      { file },
      {
        zh: `图片里带有元数据（${kind}），可能含有人名、地点或时间`,
        en: `the image carries metadata (${kind}), which may name people, places or times`,
      },
      { zh: '请用不带元数据的图片替换，例如重新导出', en: 'export the image again without metadata' },
    ),
  );
}

function metadataOf(bytes: Buffer): readonly string[] {
  const format = pictureFormat(bytes);
  if (format === 'jpeg' || format === 'png' || format === 'webp')
    return pictureParts(bytes).flatMap(({ name }) => TELLING[name] ?? []);
  // GIF and AVIF keep theirs as comments and items, which the rules for content know to find.
  return readImageMetadata(bytes).text === '' ? [] : ['Exif/XMP'];
}
