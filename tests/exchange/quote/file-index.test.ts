import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fileShards, findFiles, type PublishedFile } from '../../../src/exchange/quote/file-index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (path: string, content = path): PublishedFile => ({ path, sha256: sha256(content) });
const files = [
  file('zh/replies/2031-1/index.html'),
  file('zh/replies/2031-2/index.html'),
  file('data/wells.csv'),
  file('api/v1/datasets/wells.json'),
  file('en/copy.csv', 'data/wells.csv'),
];

/** The paths that an index of so many digits finds. */
async function find(asked: string, digits: number): Promise<string[]> {
  const shards = fileShards(files, digits, sha256);
  const load = async <Entry>(name: string) => {
    const [kind, shard] = name.split('/');
    const pieces: Readonly<Record<string, ReadonlyMap<string, readonly unknown[]>>> = { ...shards };
    return (pieces[kind ?? '']?.get(shard ?? '') ?? []) as readonly Entry[];
  };
  return (await findFiles(asked, digits, load, async (name) => sha256(name))).map(({ path }) => path);
}

describe.each([0, 1, 2])('an index in pieces of %d digits', (digits) => {
  it.each([
    ['a name', 'wells.csv', ['data/wells.csv']],
    ['a path', 'api/v1/datasets/wells.json', ['api/v1/datasets/wells.json']],
    ['the path of a page', 'zh/replies/2031-2/', ['zh/replies/2031-2/index.html']],
    ['the hash of what two files hold', sha256('data/wells.csv'), ['data/wells.csv', 'en/copy.csv']],
    ['a name that every page has', 'index.html', []],
    ['a hash of nothing published', sha256('x'), []],
  ])('finds by %s', async (_what, asked, expected) => {
    expect((await find(asked, digits)).sort()).toEqual(expected);
  });
});

it('changes three pieces at most where one file changes', () => {
  const many = Array.from({ length: 2000 }, (_, index) => file(`zh/replies/2031-${index}/index.html`));
  const changed = many.map((one, index) => (index === 7 ? file(one.path, 'other') : one));
  const pieces = (list: readonly PublishedFile[]) => {
    const { hashes, paths, names } = fileShards(list, 2, sha256);
    const written = (kind: string, shards: ReadonlyMap<string, readonly unknown[]>) =>
      [...shards].map(([shard, entries]) => `${kind}/${shard} ${JSON.stringify(entries)}`);
    return new Set([...written('hashes', hashes), ...written('paths', paths), ...written('names', names)]);
  };
  const before = pieces(many);
  expect([...pieces(changed)].filter((piece) => !before.has(piece)).length).toBeLessThanOrEqual(3);
});
