import { type Document, isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Site } from '../../model/site.ts';

type Masked = {
  readonly date: string;
  readonly why: Bilingual;
  readonly paragraphs: readonly string[];
  readonly files: readonly string[];
};
type Bilingual = { readonly zh: string; readonly en?: string | undefined };

/** What is to change in the front matter of a reply's record, besides its words. */
export interface RecordChanges {
  /** New names of files beside it, by their old ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Names of files that are no longer offered. */
  readonly withheld: ReadonlySet<string>;
}

/** Front matter with its files renamed, and those that are withheld named no more; with the titles of these. */
export function withoutFiles(
  frontMatter: string,
  { renamed, withheld }: RecordChanges,
): { readonly text: string; readonly titles: readonly string[] } {
  if (renamed.size === 0 && withheld.size === 0) return { text: frontMatter, titles: [] };
  const document = parseDocument(frontMatter);
  const titles: string[] = [];
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
      titles.unshift(titleOf(document, ['attachments', index, 'title']));
      document.deleteIn(['attachments', index]);
    }
    if (attachments.items.length === 0) document.delete('attachments');
  }
  renameAt(['original', 'file']);
  if (isWithheld(['original', 'file'])) {
    document.delete('original');
    titles.push('原件扫描件');
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
    titles.push('来件原文');
    document.deleteIn([...path, 'text', 'file']);
    if (document.getIn([...path, 'text', 'words']) === undefined) document.deleteIn([...path, 'text']);
  }
  return { text: document.toString({ lineWidth: 0 }), titles };
}

function titleOf(document: Document, path: readonly (string | number)[]): string {
  const own = document.getIn(path);
  const zh = typeof own === 'string' ? own : document.getIn([...path, 'zh']);
  return typeof zh === 'string' ? zh : '附件';
}

/** Front matter with one more entry under `masked`; nothing else of it changes, unless it has such entries already. */
export function withMasking(frontMatter: string, { date, why, paragraphs, files }: Masked): string {
  const entry = {
    date,
    why: why.en === undefined ? why.zh : { zh: why.zh, en: why.en },
    ...(paragraphs.length === 0 ? {} : { paragraphs }),
    ...(files.length === 0 ? {} : { files }),
  };
  const document = parseDocument(frontMatter);
  const list = document.get('masked');
  if (list === undefined) return `${frontMatter.trimEnd()}\n${stringify({ masked: [entry] }, { lineWidth: 0 })}`;
  if (isSeq(list)) list.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}

/** The Chinese and the English of why something is masked; one language is enough. */
export const whyOf = (zh: string, en: string | undefined, site: Pick<Site, 'languages'>): Bilingual =>
  en === undefined || !site.languages.includes('en') ? { zh } : { zh, en };
