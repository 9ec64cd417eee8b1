import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchDocument } from '../../model/search-document.ts';
import { attachmentWords } from './attachments.ts';
import { REPLY_FACTS } from './kept.ts';
import { jsonNames, REPLY_FOLDER } from './read.ts';
import { type NamingSite, replyDocuments } from './replies.ts';
import { type BundleSource, bundleName } from './sources.ts';

/** The bundles that a reply is in, by the SHA-256 of its JSON. */
type Known = Readonly<Record<string, readonly string[]>>;

async function readKnown(cache: string): Promise<Known> {
  try {
    return JSON.parse(await readFile(join(cache, REPLY_FACTS), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * The bundles of a built site's replies. Every JSON file is read, but only those that are new are parsed; the texts of a
 * bundle are parsed when it has to be made, those of one year at a time. `naming` is as for `replyDocuments`.
 */
export async function replySources(site: string, cache: string, naming: NamingSite): Promise<BundleSource[]> {
  const parse = (bytes: Buffer) => replyDocuments(JSON.parse(bytes.toString('utf8')), naming);
  const withAttachments = attachmentWords(site, cache);
  const folder = join(site, REPLY_FOLDER);
  const known = await readKnown(cache);
  const used: Record<string, readonly string[]> = {};
  const bundles = new Map<string, { file: string; digest: string }[]>();
  for (const file of await jsonNames(folder)) {
    const bytes = await readFile(join(folder, file));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const names = known[digest] ?? parse(bytes).map(bundleName);
    used[digest] = names;
    for (const name of names) bundles.set(name, [...(bundles.get(name) ?? []), { file, digest }]);
  }
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, REPLY_FACTS), JSON.stringify(used));

  /** The documents of the files that were read last: the languages of a year are made one after the other. */
  let last: { files: string; documents: Promise<SearchDocument[]> } | undefined;
  function documentsOf(files: readonly string[]): Promise<SearchDocument[]> {
    const joined = files.join('\n');
    if (last?.files !== joined) {
      const read = files.map(async (file) => {
        const bytes = await readFile(join(folder, file));
        return withAttachments(parse(bytes), JSON.parse(bytes.toString('utf8')));
      });
      last = { files: joined, documents: Promise.all(read).then((all) => all.flat()) };
    }
    return last.documents;
  }

  return Array.from(bundles, ([name, replies]) => ({
    name,
    key: [JSON.stringify([naming.issuer, naming.bureaus]), ...replies.map(({ digest }) => digest)].join(' '),
    documents: async () => {
      const all = await documentsOf(replies.map(({ file }) => file));
      return all.filter((document) => bundleName(document) === name);
    },
  }));
}
