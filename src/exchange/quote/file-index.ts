/** A published file: its path below the site's base and the SHA-256 of its bytes. */
export interface PublishedFile {
  readonly path: string;
  readonly sha256: string;
}

/** Files that one piece of the index holds, about. */
const FILES_PER_SHARD = 250;

/** How many hex digits of a hash name a piece: none for a small site, whose one piece is `all`. */
export function shardDigits(files: number): number {
  if (files <= 2 * FILES_PER_SHARD) return 0;
  return files <= 16 * FILES_PER_SHARD ? 1 : 2;
}

/** The name of the piece that tells of a hash. */
export const shardOf = (hash: string, digits: number): string => (digits === 0 ? 'all' : hash.slice(0, digits));

/**
 * The names under which a file can be asked for: its path, the path of the page it is, and its own name, unless that is
 * the same for every page.
 */
export function namesOf(path: string): string[] {
  const own = path.split('/').at(-1) ?? path;
  const page = path.replace(/(?:^|(?<=\/))index\.html$/, '');
  return [...new Set([path, page, ...(own.startsWith('index.') ? [] : [own])])];
}

/**
 * The pieces of the index by name: each file stands in the piece of its own hash and in those of the hashes of its names,
 * so that one request answers for a hash and one for a name. `hashName` gives a name's SHA-256 in hex.
 */
export function fileShards(
  files: readonly PublishedFile[],
  digits: number,
  hashName: (name: string) => string,
): Map<string, PublishedFile[]> {
  const shards = new Map<string, PublishedFile[]>();
  for (const file of files) {
    const keys = [file.sha256, ...namesOf(file.path).map(hashName)];
    for (const shard of new Set(keys.map((key) => shardOf(key, digits)))) {
      const entries = shards.get(shard) ?? [];
      entries.push(file);
      shards.set(shard, entries);
    }
  }
  return shards;
}

/** The files of a piece that an asked name or hash means. `asked` is a SHA-256 in hex, a file name, a path or an address. */
export function findFiles(entries: readonly PublishedFile[], asked: string): PublishedFile[] {
  return entries.filter(({ path, sha256 }) => sha256 === asked || namesOf(path).includes(asked));
}
