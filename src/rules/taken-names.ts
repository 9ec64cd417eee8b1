import type { Finding } from '../errors.ts';
import { FORMAT_GROUPS } from '../formats/registry.ts';
import { ROUTE_LIST } from '../routes.ts';
import { file, found, rule } from '../rule.ts';
import { on } from './checks.ts';
import { COLLECTIONS, type Collection, roleOf } from './layout.ts';
import type { TreeEntry } from './tree.ts';

/** What has an id that is in addresses: a collection of documents, or the datasets. */
type Owner = Collection | 'datasets';

/** The folders of addresses, besides a collection's own, whose names are ids of datasets. */
const DATASET_FOLDERS: ReadonlySet<string> = new Set(['data', 'datasets', 'charts', 'embed']);

/** The patterns of all that a site publishes, segment by segment, with parameters in braces. */
const PATTERNS: readonly (readonly string[])[] = [
  ...ROUTE_LIST.map(([, { path }]) => path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')),
  ...FORMAT_GROUPS.flatMap(({ formats }) => formats.map(({ path }) => path)),
].map((path) => path.split('/'));

/** Whose ids are in a folder of addresses; none of what is no content of its own, such as a topic. */
function ownerOf(folder: readonly string[]): Owner | undefined {
  const named = folder.findLast((segment) => !segment.startsWith('{'));
  if (named === undefined) return 'pages';
  return DATASET_FOLDERS.has(named) ? 'datasets' : COLLECTIONS.find((collection) => collection === named);
}

/** What a segment of a fixed address makes of an id that would be written the same; none where it is no such segment. */
function idWritten(segment: string, pattern: string): string | undefined {
  const [before = '', after = ''] = pattern.split('{id}');
  // What a language adds to a name, the first language does not.
  const fixed = segment.replace('{mark}', '');
  const ends = after.replace('{mark}', '');
  const id = fixed.slice(before.length, fixed.length - ends.length);
  return before + id + ends === fixed && /^[a-z0-9-]+$/.test(id) ? id : undefined;
}

/** The ids that an owner cannot have, since the site's own pages and files stand where theirs would. Worked out from the tables of addresses. */
function takenIds(): ReadonlyMap<Owner, ReadonlySet<string>> {
  const taken = new Map<Owner, Set<string>>();
  for (const pattern of PATTERNS) {
    const at = pattern.findIndex((segment) => segment.includes('{id}'));
    const owner = at === -1 ? undefined : ownerOf(pattern.slice(0, at));
    if (owner === undefined) continue;
    const ids = taken.get(owner) ?? new Set();
    taken.set(owner, ids);
    for (const other of PATTERNS) {
      if (other.length <= at || pattern.slice(0, at).join('/') !== other.slice(0, at).join('/')) continue;
      const id = idWritten(other[at] ?? '', pattern[at] ?? '');
      if (id !== undefined) ids.add(id);
    }
  }
  return taken;
}

/** By what has them; whatever is not here can have any. */
export const TAKEN_IDS = takenIds();

const PAGE = (title: string, text: string) => `---\ntitle: ${title}\ndescription: ${title}\n---\n\n${text}\n`;

export const PAGE_TAKEN = rule('page-name-taken', {
  severity: 'error',
  why: {
    zh: '网站自己的页面和文件（答复、数据、检索……）已经占用了这些名称，两样东西不能用同一个网址。',
    en: 'The site’s own pages and files have these names: two things cannot have one address.',
  },
  examples: {
    bad: file('content/pages/search/zh.mdx', PAGE('说明', '正文。')).concat(
      file('content/pages/search/en.mdx', PAGE('Notes', 'Text.')),
    ),
    good: file('content/pages/notes/zh.mdx', PAGE('说明', '正文。')).concat(
      file('content/pages/notes/en.mdx', PAGE('Notes', 'Text.')),
    ),
  },
  check: on('entry', taken),
});

function taken({ path, kind }: TreeEntry): Finding[] {
  const named = roleOf(path);
  if (kind !== 'file' || (named.role !== 'document' && named.role !== 'dataset')) return [];
  const owner = named.role === 'dataset' ? 'datasets' : named.collection;
  if (!TAKEN_IDS.get(owner)?.has(named.id)) return [];
  return [
    found(
      PAGE_TAKEN,
      { file: path },
      {
        zh: `“${named.id}”是网站自己的${owner === 'datasets' ? '文件' : '页面'}`,
        en: `“${named.id}” is a ${owner === 'datasets' ? 'file' : 'page'} of the site itself`,
      },
      owner === 'datasets'
        ? { zh: '请给数据集换一个名称', en: 'give the dataset another name' }
        : { zh: '请给文件夹换一个名称', en: 'give the folder another name' },
    ),
  ];
}
