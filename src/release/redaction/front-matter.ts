import { type Document, isMap, isSeq, parseDocument, stringify } from 'yaml';
import { attachmentWords } from '../../language/messages/attachments.ts';
import { inEach, isLocale, type Languages, originalLanguage, type Translated } from '../../model/locale.ts';

/** Words of a record by language; those of the original first. */
type Masked = {
  readonly date: string;
  readonly why: Translated;
  readonly paragraphs: readonly string[];
  readonly files: readonly Translated[];
};

/** What is to change in the front matter of a reply's record, besides its words. */
export interface RecordChanges {
  /** New names of files beside it, by their old ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Names of files that are no longer offered. */
  readonly withheld: ReadonlySet<string>;
}

/**
 * Front matter with its files renamed, and those that are withheld named no more; with the titles of these. `languages` are the
 * site's, that of the original first.
 */
export function withoutFiles(
  frontMatter: string,
  { renamed, withheld }: RecordChanges,
  languages: Languages,
): { readonly text: string; readonly titles: readonly Translated[] } {
  if (renamed.size === 0 && withheld.size === 0) return { text: frontMatter, titles: [] };
  const document = parseDocument(frontMatter);
  const titles: Translated[] = [];
  const role = (own: 'original' | 'answered') => inEach(languages, (locale) => attachmentWords[locale].roles[own]);
  const renameAt = (path: readonly (string | number)[]) => {
    const name = document.getIn(path);
    if (typeof name === 'string' && renamed.has(name)) document.setIn(path, renamed.get(name));
  };
  const isWithheld = (path: readonly (string | number)[]) => {
    const name = document.getIn(path);
    return typeof name === 'string' && withheld.has(name);
  };
  const attachments = document.get('attachments');
  if (isSeq(attachments)) {
    for (let index = attachments.items.length - 1; index >= 0; index -= 1) {
      renameAt(['attachments', index, 'file']);
      if (!isWithheld(['attachments', index, 'file'])) continue;
      titles.unshift(titleOf(document, ['attachments', index, 'title'], languages));
      document.deleteIn(['attachments', index]);
    }
    if (attachments.items.length === 0) document.delete('attachments');
  }
  renameAt(['original', 'file']);
  if (isWithheld(['original', 'file'])) {
    document.delete('original');
    titles.push(role('original'));
  }
  const answers = document.get('answers');
  const paths = isSeq(answers)
    ? answers.items.map((_, index) => ['answers', index])
    : isMap(answers)
      ? [['answers']]
      : [];
  for (const path of paths) {
    renameAt([...path, 'text', 'file']);
    if (!isWithheld([...path, 'text', 'file'])) continue;
    titles.push(role('answered'));
    document.deleteIn([...path, 'text', 'file']);
    if (document.getIn([...path, 'text', 'words']) === undefined) document.deleteIn([...path, 'text']);
  }
  return { text: document.toString({ lineWidth: 0 }), titles };
}

/** A title by language: one that stays as it is, is in that of the original. */
function titleOf(document: Document, path: readonly (string | number)[], languages: Languages): Translated {
  const own = document.getIn(path);
  if (typeof own === 'string') return { [originalLanguage(languages)]: own };
  const given: unknown = isMap(own) ? own.toJSON() : {};
  return Object.fromEntries(
    Object.entries(given ?? {}).filter(
      (entry): entry is [string, string] => isLocale(entry[0]) && typeof entry[1] === 'string',
    ),
  );
}

/** Words as front matter has them: those of one language as they are, which is that of the original. */
const written = (words: Translated): Translated | string => {
  const [first, ...others] = Object.values(words);
  return first !== undefined && others.length === 0 ? first : words;
};

/** Front matter with one more entry under `masked`; nothing else of it changes, unless it has such entries already. */
export function withMasking(frontMatter: string, { date, why, paragraphs, files }: Masked): string {
  const entry = {
    date,
    why: written(why),
    ...(paragraphs.length === 0 ? {} : { paragraphs }),
    ...(files.length === 0 ? {} : { files: files.map(written) }),
  };
  const document = parseDocument(frontMatter);
  const list = document.get('masked');
  if (list === undefined) return `${frontMatter.trimEnd()}\n${stringify({ masked: [entry] }, { lineWidth: 0 })}`;
  if (isSeq(list)) list.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}
