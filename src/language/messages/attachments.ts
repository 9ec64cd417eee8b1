import { type Locale, translated } from '../../model/locale.ts';
import type { FileRole, NamedFile } from '../../model/reply.ts';
import { words } from '../words.ts';

const zh = {
  title: { attachment: '附件', original: '原件', answered: '所答复的原文' } as Record<FileRole, string>,
  and: '和',
  /** What is no attachment says what it is. */
  roles: { original: '原件扫描', answered: '所答复的原文' } as Record<Exclude<FileRole, 'attachment'>, string>,
  download: '下载',
  downloadOf: (title: string) => `下载：${title}`,
  facts: (type: string, size: string) => `${type}，${size}`,
  /** Title and facts of a file on one line, where its address follows. */
  line: (title: string, facts: string, sha256: string) => `${title}（${facts}，SHA-256 ${sha256}）`,
};

const en: typeof zh = {
  title: { attachment: 'Attachments', original: 'original', answered: 'document answered' },
  and: ' and ',
  roles: { original: 'Scan of the original', answered: 'Text of the document answered' },
  download: 'Download',
  downloadOf: (title) => `Download: ${title}`,
  facts: (type, size) => `${type}, ${size}`,
  line: (title, facts, sha256) => `${title} (${facts}, SHA-256 ${sha256})`,
};

/** Words of the files that are published with a reply. */
export const attachmentWords = words('attachments', { zh, en });

/** A size in decimal units as file managers show it: `340 KB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(Math.round(bytes / 100_000) / 10).toFixed(1)} MB`;
}

/** The heading over some files: it names what is among them. */
export function filesHeading(files: readonly Pick<NamedFile, 'role'>[], locale: Locale): string {
  const { title, and } = attachmentWords[locale];
  const roles = (['attachment', 'original', 'answered'] as const).filter((role) =>
    files.some((file) => file.role === role),
  );
  const heading = roles.map((role) => title[role]).join(and);
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}

/** A file's title in a language, and the language that it is in. */
export function fileTitle(
  { role, title }: Pick<NamedFile, 'role' | 'title'>,
  locale: Locale,
): { readonly text: string; readonly locale: Locale } {
  if (role !== 'attachment') return { text: attachmentWords[locale].roles[role], locale };
  const own = translated(title, locale);
  return { text: own?.value ?? '', locale: own?.locale ?? locale };
}
