import type { ReplyRecord } from '../model/reply.ts';
import type { NamedFile } from '../model/reply-file.ts';
import { publishedNames } from './address.ts';
import { typeByName } from './file-types.ts';

const UNKNOWN = { mediaType: 'application/octet-stream', label: { zh: '文件', en: 'File' } };

/** What of a record names files. */
interface FilesOfRecord extends Pick<ReplyRecord, 'attachments' | 'original'> {
  readonly answers: readonly Pick<ReplyRecord['answers'][number], 'text'>[];
}

/** The files that a record names, in the order in which the page lists them: attachments, the scan, what was answered. Each once. */
export function namedFiles({ attachments, original, answers }: FilesOfRecord): NamedFile[] {
  const all = [
    ...attachments.map(({ file, title }) => ({ role: 'attachment' as const, file, title })),
    ...(original === undefined ? [] : [{ role: 'original' as const, file: original.file, title: undefined }]),
    ...answers.flatMap(({ text }) =>
      text?.file === undefined ? [] : [{ role: 'answered' as const, file: text.file, title: undefined }],
    ),
  ];
  const named = all.filter(({ file }, index) => all.findIndex((other) => other.file === file) === index);
  const names = publishedNames(named.map(({ file }) => file));
  return named.map(({ role, file, title }, index) => {
    const { mediaType, label } = typeByName(file) ?? UNKNOWN;
    const anchor = `file-${index + 1}`;
    return { role, file, title, name: names.get(file) ?? file, anchor, mediaType, type: label };
  });
}
