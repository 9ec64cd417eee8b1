import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTree } from '../../build/check/tree.ts';
import { sha256Of } from '../../model/hashes.ts';
import { type Languages, originalLanguage, type Translated } from '../../model/locale.ts';
import { type Masking, maskedText } from '../../model/masking.ts';
import { publishedAddressesSchema, publishedReplyFile, publishedReplySchema } from '../../model/published.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import { languagesFromOriginal, replyFile, replyFolder } from '../../reading/files.ts';
import { roleOf } from '../../rules/layout.ts';
import { type RecordChanges, withoutFiles } from './front-matter.ts';
import { type Finder, replaced } from './occurrences.ts';
import { readingsOf } from './search.ts';

/** What is to be done to the files of a root, by paths relative to it. */
export interface SourceChanges {
  /** New texts of files. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where files go, by where they are. */
  readonly moved: ReadonlyMap<string, string>;
  /** Each form in which the masked text was written, with its replacement. */
  readonly forms: ReadonlyMap<string, string>;
  /** Files that hold what is masked within and are withheld. */
  readonly withheld: readonly string[];
  /** The titles of what is withheld, as readers knew it, by language. */
  readonly titles: readonly Translated[];
  /** Files of other replies that hold it too: they are left alone. */
  readonly elsewhere: readonly string[];
}

const ADDRESSES = 'data/published/addresses.json';
/** The mask character in file names: every system allows it. */
const NAME_SIGN = 'x';

/** Finds what is sought in the sources of a root, and how they read with it masked. Of other replies' files only the names are given. */
export async function maskSources(root: string, id: string, finder: Finder, masking: Masking): Promise<SourceChanges> {
  const texts = new Map<string, string>();
  const moved = new Map<string, string>();
  const renamed = new Map<string, string>();
  const forms = new Map<string, string>();
  const withheld: string[] = [];
  const elsewhere: string[] = [];
  const own = `${replyFolder(root, id)}/`;
  const files = readTree(root).flatMap(({ kind, path }) => (kind === 'file' ? [path] : []));
  const mask = (text: string, as: (written: string, start: number) => string = (written) => written) =>
    replaced(text, finder.all(text), (written, start) => {
      const now = maskedText(written, masking);
      forms.set(written, now);
      return as(now, start);
    });
  for (const file of files) {
    // The addresses of the reply's own files are forgotten below; those of other replies' files stay published until these are redacted.
    if (file === ADDRESSES) continue;
    const bytes = readFileSync(join(root, file));
    const { role } = roleOf(file);
    if (isOfOthers(file, own, id)) {
      if ((await readingsOf(file, bytes)).some((text) => finder.isIn(text)) || finder.isIn(basename(file)))
        elsewhere.push(file);
      continue;
    }
    const isText = role !== 'companion' && (role !== 'public' || /\.(?:txt|csv|json|html|xml|svg)$/.test(file));
    if (!isText) {
      if ((await readingsOf(file, bytes)).some((text) => finder.isIn(text))) withheld.push(file);
      else if (finder.isIn(basename(file))) {
        const name = replaced(basename(file), finder.all(basename(file)), (written) =>
          maskedText(written, { ...masking, sign: '*' }).replaceAll('*', NAME_SIGN),
        );
        moved.set(file, file.slice(0, -basename(file).length) + name);
        renamed.set(basename(file), name);
      }
      continue;
    }
    const text = bytes.toString('utf8');
    if (!finder.isIn(text)) continue;
    if (file === publishedReplyFile(id))
      texts.set(
        file,
        maskedRecord(text, (part) => mask(part)),
      );
    else if (file.endsWith('.mdx')) texts.set(file, maskedDocument(text, file, mask));
    else texts.set(file, mask(text));
  }
  const changes = { renamed, withheld: new Set(withheld.map((file) => basename(file))) };
  const languages = languagesFromOriginal(root, id);
  const titles = filesChanged(replyFile(root, id, originalLanguage(languages)), changes, languages);
  if (withheld.length + renamed.size > 0) forgetAddresses();
  return { texts, moved, forms, withheld, titles, elsewhere };

  /** Puts the new names of files into the record, and takes those out that are withheld. */
  function filesChanged(
    file: string,
    { renamed: names, withheld: gone }: RecordChanges,
    languages: Languages,
  ): readonly Translated[] {
    if (names.size === 0 && gone.size === 0) return [];
    const source = readFileSync(join(root, file), 'utf8');
    const { frontMatter, body } = splitFrontMatter(source, file);
    const { text, titles: known } = withoutFiles(frontMatter, { renamed: names, withheld: gone }, languages);
    // Links in the text name files too.
    const linked = [...names].reduce(
      (words, [old, name]) => words.replaceAll(encodeURI(old), encodeURI(name)).replaceAll(old, name),
      body,
    );
    const whole = source.replace(frontMatter, () => text).replace(body, () => linked);
    texts.set(file, maskedDocument(whole, file, mask));
    return known.map((title) =>
      Object.fromEntries(Object.entries(title).map(([locale, words]) => [locale, mask(words)])),
    );
  }

  /** Where files of the reply were published that are called otherwise now, or not offered. */
  function forgetAddresses(): void {
    const full = files.find((file) => file === ADDRESSES);
    if (full === undefined) return;
    const known = publishedAddressesSchema.parse(JSON.parse(readFileSync(join(root, full), 'utf8')));
    const isOwn = (address: string) => address.replace(/^[^/]*\//, '').startsWith(`replies/${id}/files/`);
    const addresses = known.addresses.filter((address) => !isOwn(address));
    texts.set(full, `${JSON.stringify({ ...known, addresses }, null, 2)}\n`);
  }
}

/** Whether a file is another reply's: its text, what is beside it, or the record of what was published of it. */
function isOfOthers(file: string, own: string, id: string): boolean {
  if (file.startsWith('content/replies/')) return !file.startsWith(own);
  return file.startsWith('data/published/replies/') && file !== publishedReplyFile(id);
}

type Mask = (text: string, as?: (written: string, start: number) => string) => string;

/** A document with its words masked: in the body the sign is written so that Markdown takes it for nothing else. */
function maskedDocument(text: string, file: string, mask: Mask): string {
  const { frontMatter, body } = splitFrontMatter(text, file);
  const inTag = (at: number) => body.lastIndexOf('<', at) > body.lastIndexOf('>', at);
  const words = mask(body, (written, start) => (inTag(start) ? written : written.replaceAll('*', '\\*')));
  return text.slice(0, text.length - body.length).replace(frontMatter, () => mask(frontMatter)) + words;
}

/** The record of what was published, with its words masked and its hashes made of what is there now: the old ones would tell it. */
function maskedRecord(text: string, mask: (text: string) => string): string {
  const record = publishedReplySchema.parse(JSON.parse(text));
  const texts = record.texts.map(({ head, blocks, ...others }) => {
    const masked = { head: head.map(mask), blocks: blocks.map((block) => ({ ...block, text: mask(block.text) })) };
    const lines = [...masked.head, ...masked.blocks.map((block) => block.text)];
    const sha256 = sha256Of(lines.join('\n'));
    return { ...others, sha256, ...masked };
  });
  return `${JSON.stringify({ ...record, texts }, null, 2)}\n`;
}
