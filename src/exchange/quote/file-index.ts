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

/** The reply that a path belongs to, or the path itself: files that change together stand in one piece. */
export const matterOf = (path: string): string => /(?:^|\/)(replies\/[^/]+?)(?:\.json$|\/)/.exec(path)?.[1] ?? path;

/** The pieces of the index: files by their hash, files by the path of what they belong to, and the paths that a name can mean. */
export interface FileShards {
  readonly hashes: ReadonlyMap<string, readonly PublishedFile[]>;
  readonly paths: ReadonlyMap<string, readonly PublishedFile[]>;
  /** Changes only where a file comes or goes, whatever the files hold. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/**
 * Cuts the index so that a changed file touches the pieces of its two hashes and of its path, and no more. `hashName`
 * gives the SHA-256 of a path or name in hex.
 */
export function fileShards(
  files: readonly PublishedFile[],
  digits: number,
  hashName: (name: string) => string,
): FileShards {
  const shard = (hash: string) => shardOf(hash, digits);
  const names = new Map<string, string[]>();
  for (const { path } of files) {
    for (const own of new Set(namesOf(path).map((name) => shard(hashName(name))))) {
      names.set(own, [...(names.get(own) ?? []), path]);
    }
  }
  return {
    hashes: Map.groupBy(files, ({ sha256 }) => shard(sha256)),
    paths: Map.groupBy(files, ({ path }) => shard(hashName(matterOf(path)))),
    names,
  };
}

/** Loads a piece of the index: `hashes/3f`, `paths/all` … A piece without entries is not there, and is empty. */
export type LoadShard = <Entry>(name: string) => Promise<readonly Entry[]>;

/**
 * The published files that an asked hash, path or name means. `asked` is a SHA-256 in hex, a file name or a path below
 * the base; `hashName` gives the SHA-256 of such a name in hex.
 */
export async function findFiles(
  asked: string,
  digits: number,
  load: LoadShard,
  hashName: (name: string) => Promise<string>,
): Promise<PublishedFile[]> {
  const shard = (hash: string) => shardOf(hash, digits);
  if (/^[0-9a-f]{64}$/.test(asked)) {
    const files = await load<PublishedFile>(`hashes/${shard(asked)}`);
    return files.filter(({ sha256 }) => sha256 === asked);
  }
  const named = await load<string>(`names/${shard(await hashName(asked))}`);
  const paths = named.filter((path) => namesOf(path).includes(asked));
  const found = paths.map(async (path) => {
    const files = await load<PublishedFile>(`paths/${shard(await hashName(matterOf(path)))}`);
    return files.filter((file) => file.path === path);
  });
  return (await Promise.all(found)).flat();
}
