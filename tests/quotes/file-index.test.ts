import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fileIndex, findFiles, type PublishedFile } from '../../src/quotes/file-index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (path: string, content = path): PublishedFile => ({ path, sha256: sha256(content) });
const files = [
  file('zh/replies/2031-1/index.html'),
  file('zh/replies/2031-2/index.html'),
  file('data/wells.csv'),
  file('sitemap.xml'),
  file('api/v1/replies/2031-2.json'),
  file('api/v1/datasets/wells.json'),
  file('en/copy.csv', 'data/wells.csv'),
];

/** The paths that an index of so many digits finds. */
async function find(asked: string, digits: number): Promise<string[]> {
  const written = new Map(writtenFiles(fileIndex(files, digits, sha256)));
  const load = async <Content>(name: string): Promise<Content | undefined> => {
    const text = written.get(name);
    return text === undefined ? undefined : JSON.parse(text);
  };
  return (await findFiles(asked, digits, load, async (name) => sha256(name))).map(({ path }) => path);
}

/** The files of an index, by name. */
function writtenFiles({ hashes, paths, names }: ReturnType<typeof fileIndex>): [name: string, text: string][] {
  return [
    ['hashes', JSON.stringify(hashes)],
    ...[...paths].map(([piece, own]): [string, string] => [`paths/${piece}`, JSON.stringify(own)]),
    ...[...names].map(([piece, own]): [string, string] => [`names/${piece}`, JSON.stringify(own)]),
  ];
}

describe.each([0, 1, 2])('an index in pieces of %d digits', (digits) => {
  it.each([
    ['a name', 'wells.csv', ['data/wells.csv']],
    ['a path', 'api/v1/datasets/wells.json', ['api/v1/datasets/wells.json']],
    ['the path of a page', 'zh/replies/2031-2/', ['zh/replies/2031-2/index.html']],
    ['the name of the JSON of a reply', '2031-2.json', ['api/v1/replies/2031-2.json']],
    ['a name that is a path', 'sitemap.xml', ['sitemap.xml']],
    ['the hash of what two files hold', sha256('data/wells.csv'), ['data/wells.csv', 'en/copy.csv']],
    ['a name that every page has', 'index.html', []],
    ['a hash of nothing published', sha256('x'), []],
  ])('finds by %s', async (_what, asked, expected) => {
    expect((await find(asked, digits)).sort()).toEqual(expected);
  });
});

describe('an index of 2,000 replies', () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    ['zh', 'en', 'bilingual'].map((folder) => file(`${folder}/replies/2031-${index}/index.html`)),
  ).flat();
  const feeds = Array.from({ length: 30 }, (_, index) => file(`zh/topics/t${index}/feed.xml`));
  const texts = (list: readonly PublishedFile[]) =>
    new Set(writtenFiles(fileIndex(list, 2, sha256)).map(([name, text]) => `${name} ${text}`));
  const before = texts([...many, ...feeds]);

  it('changes three files where one reply and every feed change', () => {
    const changed = [...many, ...feeds].map((one) =>
      /2031-7\/|feed/.test(one.path) ? file(one.path, `${one.path} other`) : one,
    );
    expect([...texts(changed)].filter((text) => !before.has(text))).toHaveLength(3);
  });

  it('changes two files where a reply comes', () => {
    const more = [...many, file('zh/replies/2031-9999/index.html'), ...feeds];
    expect([...texts(more)].filter((text) => !before.has(text))).toHaveLength(2);
  });
});
