import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOfParts } from '../../cache/index.ts';
import {
  ALL_DATASETS,
  ALL_REPLIES,
  CALENDARS,
  COMMITMENTS,
  datasetKey,
  figuresKey,
  GLOSSARY,
  promisesKey,
  RECORD,
  replyKey,
} from '../../reading/page-reads.ts';
import { isOfReply, roleOf } from '../../rules/layout.ts';
import { listEntriesBelow } from '../../system/files.ts';

/** The front matter of a document, which other pages may show, as lists and the footer show titles. */
const frontMatterOf = (text: string): string => /^---\n.*?\n---\n/s.exec(text)?.[0] ?? text;

/** Which pages a file of a root affects besides its own page. */
function sourceOf(file: string): string | undefined {
  const named = roleOf(file);
  if ((named.role === 'document' || named.role === 'companion') && named.collection === 'replies')
    return replyKey(named.id);
  const published = /^data\/published\/replies\/([^/]+)\.json$/.exec(file)?.[1];
  if (published !== undefined) return replyKey(published);
  if (file === 'content/glossary.yaml') return GLOSSARY;
  if (file === 'data/commitments.json') return COMMITMENTS;
  if (file.startsWith('data/calendar/')) return CALENDARS;
  if (file.startsWith('data/published/')) return RECORD;
  if (/^data\/[^/]+\.json$/.test(file)) return ALL_DATASETS;
  // Files that are copied as they are, and generated schemas, are shown by no page.
  if (file.startsWith('public/') || file.startsWith('data/schema/') || NEVER_SHOWN.has(roleOf(file).role))
    return undefined;
  return EVERY_PAGE;
}

/** Files of the content that are for its editors only. */
const NEVER_SHOWN: ReadonlySet<string> = new Set(['approval', 'words']);

/** The name under which reads of what every page shows are noted: the site, and the titles in its footer. */
const EVERY_PAGE = 'every page';

/** The replies that a dataset quotes; none where it cannot be read, which the check reports. */
function quotedReplies(text: string): Set<string> {
  const { observations = [] }: { observations?: readonly { readonly quote?: { readonly reply?: string } }[] } =
    JSON.parse(text.replace(/^\ufeff/, ''));
  return new Set(observations.flatMap(({ quote }) => (quote?.reply === undefined ? [] : [quote.reply])));
}

/** What a root's pages are made from. */
interface SourceDigests {
  /** A digest over what every page shows. */
  readonly shared: string;
  /** Over what a page can show besides, by the name under which it notes that it read it. */
  readonly named: ReadonlyMap<string, string>;
  /** Over all of it. */
  readonly all: string;
  /** The digest of each file, shortened to 16 hexadecimal digits. */
  readonly files: SourceFiles;
}

/** The digests of a root's sources, read from disk. The files of replies that are held back do not count. */
export function sourceDigests(root: string, held: ReadonlySet<string> = new Set()): SourceDigests {
  const parts = new Map<string, (string | Uint8Array)[]>();
  const files: Record<string, string> = {};
  const add = (name: string, file: string, digest: string) => {
    const held = parts.get(name) ?? [];
    if (held.length === 0) parts.set(name, held);
    held.push(file, digest);
  };
  for (const folder of ['content', 'data', 'public'])
    for (const below of listEntriesBelow(path.join(root, folder))) {
      const file = `${folder}/${below}`;
      if (isOfReply(file, held)) continue;
      const bytes = readFileSync(path.join(root, file));
      const name = sourceOf(file);
      const digest = digestOfParts([bytes]);
      files[file] = digest.slice(0, 16);
      add(ALL, file, digest);
      const isDocument = name === EVERY_PAGE && file.endsWith('.mdx');
      const digestOfRecord = () => digestOfParts([frontMatterOf(bytes.toString('utf8'))]);
      if (name !== undefined) add(name, file, isDocument ? digestOfRecord() : digest);
      if (name?.startsWith(replyKey('')) && file.endsWith('.mdx')) add(ALL_REPLIES, file, digestOfRecord());
      if (name === ALL_DATASETS) {
        add(datasetKey(path.basename(file, '.json')), file, digest);
        for (const id of quotedReplies(bytes.toString('utf8'))) add(figuresKey(id), file, digest);
      }
      if (name === COMMITMENTS)
        for (const id of quotedReplies(bytes.toString('utf8'))) add(promisesKey(id), file, digest);
    }
  const named = new Map([...parts].map(([name, own]) => [name, digestOfParts(own)]));
  return { shared: named.get(EVERY_PAGE) ?? '', named, all: named.get(ALL) ?? '', files };
}

const ALL = 'all';

/** A root's source files and a digest of each, by their paths. */
export type SourceFiles = Readonly<Record<string, string>>;

/** How the sources of a build differ from those of the last one. Files are in the order of their code points. */
export interface SourceChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether it is built by another program, or for another address or day. */
  readonly otherwise: boolean;
}

/** Compares the sources of two builds. */
export function sourceChanges(before: SourceFiles, now: SourceFiles, otherwise: boolean): SourceChanges {
  const names = Object.keys(now).sort();
  return {
    added: names.filter((name) => before[name] === undefined),
    changed: names.filter((name) => before[name] !== undefined && before[name] !== now[name]),
    removed: Object.keys(before)
      .filter((name) => now[name] === undefined)
      .sort(),
    otherwise,
  };
}
