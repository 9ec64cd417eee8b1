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
const shardOf = (hash: string, digits: number): string => (digits === 0 ? 'all' : hash.slice(0, digits));

/** Hex digits of a file's hash that lead to its piece: of 60,000 files two share them now and then, which only costs a request. */
const LEADING_DIGITS = 6;

/** The path of the page that a file is; the path itself where it is not one. */
const pageOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/** The name that a file can be asked for by without its folder; undefined for pages and texts, which are all called the same. */
function ownName(path: string): string | undefined {
  const name = path.split('/').at(-1) ?? path;
  return name.startsWith('index.') ? undefined : name;
}

/** The reply that a path belongs to, or the rest of the site: files that change together are in one piece. */
function matterOf(path: string): string {
  const [, name = '', more] = /(?:^|\/)replies\/([^/]+)(\/)?/.exec(path) ?? [];
  const id = more === undefined && name.endsWith('.json') ? name.slice(0, -'.json'.length) : name;
  return (more !== undefined || id !== name) && /\d{4}-./.test(id) ? `replies/${id}` : 'site';
}

/** The pieces of the index. */
interface FileIndex {
  /** The first digits of the hashes of all files, one after another, by the piece of `paths` that has the files. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Files by the hash of what they belong to. */
  readonly paths: ReadonlyMap<string, readonly PublishedFile[]>;
  /** The paths that a name can mean, by its hash. Changes only where a file comes or goes, whatever the files hold. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/**
 * Cuts the index so that a changed reply touches one piece besides `hashes`, and whatever changes with it outside of it
 * (lists, feeds) one more. `hashName` gives the SHA-256 of a path or name in hex.
 */
export function fileIndex(
  files: readonly PublishedFile[],
  digits: number,
  hashName: (name: string) => string,
): FileIndex {
  const shard = (name: string) => shardOf(hashName(name), digits);
  const paths = Map.groupBy(files, ({ path }) => shard(matterOf(path)));
  const names = new Map<string, string[]>();
  for (const { path } of files) {
    const name = ownName(path);
    if (name !== undefined) names.set(shard(name), [...(names.get(shard(name)) ?? []), path]);
  }
  const leading = (own: readonly PublishedFile[]) => own.map(({ sha256 }) => sha256.slice(0, LEADING_DIGITS)).join('');
  return { hashes: Object.fromEntries([...paths].map(([piece, own]) => [piece, leading(own)])), paths, names };
}

/** The pieces of `paths` that may hold a file of a hash. */
function piecesWith(hash: string, hashes: FileIndex['hashes']): string[] {
  const wanted = hash.slice(0, LEADING_DIGITS);
  return Object.entries(hashes).flatMap(([piece, leading]) => {
    for (let at = leading.indexOf(wanted); at !== -1; at = leading.indexOf(wanted, at + 1))
      if (at % LEADING_DIGITS === 0) return [piece];
    return [];
  });
}

/** Loads a file of the index: `hashes`, `paths/3f`, `names/all` …; undefined where there is none. */
type LoadPiece = <Content>(name: string) => Promise<Content | undefined>;

/**
 * The published files that an asked hash, path or name means. `asked` is a SHA-256 in hex, a file name or a path below
 * the base; `hashName` gives the SHA-256 of such a name in hex.
 */
export async function findFiles(
  asked: string,
  digits: number,
  load: LoadPiece,
  hashName: (name: string) => Promise<string>,
): Promise<PublishedFile[]> {
  const shard = async (name: string) => shardOf(await hashName(name), digits);
  const filesIn = async (pieces: readonly string[], isMeant: (file: PublishedFile) => boolean) => {
    const loaded = [...new Set(pieces)].map((piece) => load<PublishedFile[]>(`paths/${piece}`));
    return (await Promise.all(loaded)).flatMap((files) => files ?? []).filter(isMeant);
  };
  if (/^[0-9a-f]{64}$/.test(asked)) {
    const hashes = (await load<FileIndex['hashes']>('hashes')) ?? {};
    return filesIn(piecesWith(asked, hashes), ({ sha256 }) => sha256 === asked);
  }
  const called = asked.includes('/') ? [] : ((await load<string[]>(`names/${await shard(asked)}`)) ?? []);
  const named = called.filter((path) => ownName(path) === asked);
  const pieces = await Promise.all([asked, ...named].map((path) => shard(matterOf(path))));
  return filesIn(pieces, ({ path }) => path === asked || pageOf(path) === asked || named.includes(path));
}
