import type { Finding } from '../errors.ts';
import { OWN_FOLDERS } from '../routes.ts';
import { file, found, rule } from '../rule.ts';
import { on } from './checks.ts';
import { extension, PUBLIC_TYPES, roleOf } from './layout.ts';
import type { ReadSite } from './read-site.ts';
import type { TreeEntry } from './tree.ts';

export const PUBLIC_TYPE = rule('public-file-type', {
  severity: 'error',
  why: {
    zh: 'public/ 里的文件原样上网；网页、脚本和 SVG 可以运行程序，不能放。',
    en: 'Files in public/ go online as they are; pages, scripts and SVG can run programs.',
  },
  examples: { bad: file('public/map.svg', '<svg/>'), good: file('public/map.png', 'x') },
  check: on('entry', publicTypes),
});

export const PUBLIC_PATH = rule('public-over-page', {
  severity: 'error',
  why: {
    zh: 'public/ 里的文件不能占用网站自己的路径，否则会盖掉页面。',
    en: 'A file in public/ may not take a path of the site: it would take the place of a page.',
  },
  examples: { bad: file('public/zh/map.png', 'x'), good: file('public/files/map.png', 'x') },
  check: on('site', takenPaths),
});

/** Folders that hold what pages load and search asks for, and files that the site's own commands write beside the pages. */
const WRITTEN_FOLDERS = ['pagefind', 'assets', '_astro', 'search'];
const WRITTEN_FILES =
  /^(?:404|index)\.html$|^(?:sitemap[^/]*\.xml|robots\.txt)$|^(?:manifest(?:\.envelope)?\.json|sbom\.cdx\.json)$/i;

/** Whether a path below the base is one of the site's own, or lies in a folder of its own. */
export function isSitePath(path: string): boolean {
  const first = (path.split('/', 1)[0] ?? '').toLowerCase();
  return OWN_FOLDERS.has(first) || WRITTEN_FOLDERS.includes(first) || WRITTEN_FILES.test(path);
}

function publicTypes({ path, kind }: TreeEntry): Finding[] {
  if (kind !== 'file' || roleOf(path).role !== 'public') return [];
  const type = extension(path);
  if (PUBLIC_TYPES.has(type)) return [];
  return [
    found(
      PUBLIC_TYPE,
      { file: path },
      type === ''
        ? { zh: 'public/ 里不能放没有扩展名的文件', en: 'a file without an extension cannot go into public/' }
        : { zh: `public/ 里不能放“.${type}”文件`, en: `a .${type} file cannot go into public/` },
      {
        zh: `可以放：${[...PUBLIC_TYPES].join('、')}；SVG 请另存为 PNG`,
        en: `allowed are ${[...PUBLIC_TYPES].join(', ')}; save an SVG as PNG`,
      },
    ),
  ];
}

/** The site writes it itself where site.yaml says what is in it. */
const SECURITY_FILE = '.well-known/security.txt';

function takenPaths({ entries, site, addresses }: ReadSite): Finding[] {
  const names = entries.flatMap(({ path, kind }) =>
    kind === 'file' && roleOf(path).role === 'public' ? [path.slice('public/'.length)] : [],
  );
  const taken = names.filter(isSitePath);
  if (site?.security !== undefined && addresses.files.has(SECURITY_FILE)) taken.push(SECURITY_FILE);
  return taken.map(takenFinding);
}

/** Says that a file of `public/` has the path of a file of the site itself. */
export function takenFinding(name: string): Finding {
  return found(
    PUBLIC_PATH,
    { file: `public/${name}` },
    { zh: `“/${name}”是网站自己的路径`, en: `“/${name}” is a path of the site itself` },
    { zh: '请放到另一个文件夹，如 public/files/', en: 'move it to another folder, such as public/files/' },
  );
}
