import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 over parts, each with its length, so that no two lists of parts give the same bytes. */
export function digestOfParts(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** The files below a folder in code-point order, with `/`; none where it does not exist. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      return filesBelow(path.join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
    })
    .sort();
}

function* namesAndBytes(folder: string, files: readonly string[]): Generator<string | Uint8Array> {
  for (const file of files) {
    yield file;
    yield readFileSync(path.join(folder, file));
  }
}

/** A digest of the program itself: a build by other code, other packages or another Node uses nothing again. */
export function programDigest(program: string): string {
  const files = filesBelow(path.join(program, 'src')).map((file) => `src/${file}`);
  const settings = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
  return digestOfParts([process.version, ...namesAndBytes(program, [...files, ...settings])]);
}

/** What a root's pages are made from. */
export interface SourceDigests {
  /** Over everything that is not a reply: site, glossary, pages, reports, data, public files. */
  readonly shared: string;
  /** Over each reply's own files, by its id. */
  readonly replies: ReadonlyMap<string, string>;
  /** Over all of it. */
  readonly all: string;
}

const REPLIES = 'content/replies/';

/** The digests of a root's sources, read from the disk now. */
export function sourceDigests(root: string): SourceDigests {
  const files = ['content', 'data', 'public'].flatMap((folder) =>
    filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`),
  );
  const isOfReply = (file: string) => file.startsWith(REPLIES) && file.slice(REPLIES.length).includes('/');
  const shared = digestOfParts(
    namesAndBytes(
      root,
      files.filter((file) => !isOfReply(file)),
    ),
  );
  const own = new Map<string, string[]>();
  for (const file of files.filter(isOfReply)) {
    const [id = ''] = file.slice(REPLIES.length).split('/');
    own.set(id, [...(own.get(id) ?? []), file]);
  }
  const replies = new Map([...own].map(([id, of]): [string, string] => [id, digestOfParts(namesAndBytes(root, of))]));
  return { shared, replies, all: digestOfParts([shared, ...[...replies].flat()]) };
}
