import { pinyin } from 'pinyin-pro';
import { sha256Of } from '../model/hashes.ts';
import type { NamedFile, ReplyRecord } from '../model/reply.ts';
import { endingOf, typeByName } from './file-types.ts';

const UNKNOWN = { mediaType: 'application/octet-stream', label: { zh: '文件', en: 'File' } };

/** The parts of a record that name files. */
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

/** Longer names are cut: an address has to be read out and typed. */
const LONGEST = 60;

/** A file's name in lower-case letters, digits and hyphens, Chinese by its sounds: `附件1 项目表.pdf` is `fu-jian-1-xiang-mu-biao.pdf`. */
function plainName(name: string): string {
  const ending = endingOf(name);
  const stem = name.slice(0, name.length - ending.length - 1).normalize('NFKC');
  const sounds = pinyin(stem, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join('-');
  const plain = sounds
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|(?<!-)-+$/g, '');
  return `${plain === '' ? 'file' : plain}.${ending}`;
}

const shortHash = (text: string): string => sha256Of(text.normalize('NFC')).slice(0, 6);

/**
 * The names under which files beside a reply are published, by their own names: the same whatever else is there, but for a name that
 * another before it sounds like, which gets part of its hash.
 */
function publishedNames(names: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (given.has(name)) continue;
    const plain = plainName(name);
    const own = taken.has(plain) ? plain.replace(/(\.[^.]+)$/, `-${shortHash(name)}$1`) : plain;
    taken.add(own);
    given.set(name, own);
  }
  return given;
}
