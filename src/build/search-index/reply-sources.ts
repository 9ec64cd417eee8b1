import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../model/locale.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import { FORMAT } from '../../search/index-format.ts';
import { attachmentWords } from './attachments.ts';
import { REPLY_FACTS } from './kept.ts';
import { jsonNames, REPLY_FOLDER } from './read.ts';
import { type NamingSite, replyDocuments } from './replies.ts';
import { type DocumentSource, yearOf } from './sources.ts';

/** The language, the year and a digest of each document of a reply, by the SHA-256 of its JSON. */
type Known = Readonly<Record<string, readonly (readonly [locale: Locale, year: string, digest: string])[]>>;

/** What is known of replies since an earlier build; nothing where another format of the index was made of them. */
async function readKnown(cache: string): Promise<Known> {
  try {
    const { format, replies } = JSON.parse(await readFile(join(cache, REPLY_FACTS), 'utf8'));
    return format === FORMAT ? replies : {};
  } catch {
    return {};
  }
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * The sources of a built site's replies. Every JSON file is read, but only those that are new are parsed; the texts of a
 * source are parsed when an index of it has to be made. `naming` is as for `replyDocuments`.
 */
export async function replySources(site: string, cache: string, naming: NamingSite): Promise<DocumentSource[]> {
  const jsonOf = (bytes: Buffer) => JSON.parse(bytes.toString('utf8'));
  /** A change of one language's words leaves the other language's index as it is. */
  const factsOf = (bytes: Buffer): Known[string] => {
    const json = jsonOf(bytes);
    return replyDocuments(json, naming).map((document) => [
      document.locale,
      yearOf(document),
      sha256(JSON.stringify([document, json.attachments])),
    ]);
  };
  const withAttachments = attachmentWords(site, naming.languages, cache);
  const folder = join(site, REPLY_FOLDER);
  const known = await readKnown(cache);
  const used: Record<string, Known[string]> = {};
  const groups = new Map<string, { locale: Locale; year: string; replies: { file: string; digest: string }[] }>();
  for (const file of await jsonNames(folder)) {
    const bytes = await readFile(join(folder, file));
    const name = sha256(bytes);
    const documents = known[name] ?? factsOf(bytes);
    used[name] = documents;
    for (const [locale, year, digest] of documents) {
      const group = groups.get(`${locale} ${year}`) ?? { locale, year, replies: [] };
      groups.set(`${locale} ${year}`, group);
      group.replies.push({ file, digest });
    }
  }
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, REPLY_FACTS), JSON.stringify({ format: FORMAT, replies: used }));

  return Array.from(groups.values(), ({ locale, year, replies }) => ({
    locale,
    year,
    key: [
      JSON.stringify([naming.issuer, naming.bureaus, naming.languages]),
      ...replies.map(({ digest }) => digest),
    ].join(' '),
    count: replies.length,
    documents: async () => {
      const all: SearchDocument[] = [];
      for (const { file } of replies) {
        const json = jsonOf(await readFile(join(folder, file)));
        all.push(...(await withAttachments(replyDocuments(json, naming), json)));
      }
      return all.filter((document) => document.locale === locale);
    },
  }));
}
