import type { Finding } from '../errors.ts';
import { body, file, found, rule, SAMPLE_REPLY } from '../rule.ts';
import { on, pass } from './checks.ts';
import { FILE_MISSING } from './companions.ts';
import { COLLECTIONS, roleOf } from './layout.ts';
import type { ReadSite } from './read-site.ts';

/** What cannot be looked at: a name that is not UTF-8, shown with a sign for what is none, and a folder that the system does not list. */
type NoEntry = 'misnamed' | 'unreadable';

/** One name below `content/`, `data/` or `public/`, as the disk has it. */
export interface TreeEntry {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'other' | NoEntry;
}

export const STRAY_FILE = rule('stray-file', {
  severity: 'error',
  why: {
    zh: '放错位置、起错名字的文件不会发布，也没有人会发觉。',
    en: 'A file in the wrong place or under the wrong name is not published, and nobody notices.',
  },
  examples: { bad: file(`${SAMPLE_REPLY}/zh.md`, '机井已全部修复。'), good: body('机井已全部修复。') },
  check: on('entry', strays),
});

export const UNSAFE_NAME = rule('unsafe-name', {
  severity: 'error',
  why: {
    zh: '文件夹和文件名会成为网址；大写、空格、汉字和系统保留名在别的电脑上会出错。',
    en: 'Names become addresses; capitals, spaces and names that a system reserves fail on other computers.',
  },
  examples: {
    bad: file('content/pages/con/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n正文。\n'),
    good: file('content/pages/notes/zh.mdx', '---\ntitle: 说明\ndescription: 说明\n---\n\n正文。\n').concat(
      file('content/pages/notes/en.mdx', '---\ntitle: Notes\ndescription: Notes\n---\n\nText.\n'),
    ),
  },
  check: on('entry', unsafeNames),
});

export const SAME_NAME = rule('name-differs-in-case', {
  severity: 'error',
  why: {
    zh: '只有大小写或字符存法不同的两个名字，在 Windows 和 macOS 上是同一个文件，会互相覆盖。',
    en: 'Names that differ only in case are one file on Windows and macOS, and overwrite each other.',
  },
  examples: { bad: file('public/Map.png', 'x').concat(file('public/map.png', 'x')), good: file('public/map.png', 'x') },
  check: on('site', sameNames),
});

export const SYMLINK = rule('symlink', {
  severity: 'error',
  why: {
    zh: '符号链接可以指向文件夹以外的任何文件，会把不该公开的内容带到网站上。',
    en: 'A symbolic link can point at any file outside and so publish what was never meant to be.',
  },
  examples: {
    bad: [{ kind: 'bytes', path: 'public/map.png', hex: 'symlink /etc/hostname', text: 'map.png → /etc/hostname' }],
    good: file('public/map.png', 'x'),
  },
  check: on('entry', links),
});

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const SAFE_FOLDER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SAFE_FILE = /^[a-z0-9][a-z0-9._-]*$/i;
/** Names that no system refuses, whatever letters they are in: files beside a reply keep theirs for readers, their addresses are made. */
const KEPT_FILE = /^(?![ .])[^\p{C}\\/:*?"<>|]+(?<![ .])$/u;
/** Most bytes of a name: systems take 255, and copies add to it. */
const LONGEST_NAME = 180;
export const UNREADABLE_ENTRY = pass({
  finds: [FILE_MISSING],
  because: 'the rule itself is about files that documents name',
  check: on('entry', ({ path, kind }) => (kind === 'unreadable' ? [unreadableFinding(path)] : [])),
});

// What a name is for counts only for a file: a link may be called as a system calls its litter.
function links({ path, kind }: TreeEntry): Finding[] {
  if (kind !== 'symlink' && kind !== 'other') return [];
  return [
    found(
      SYMLINK,
      { file: path },
      kind === 'symlink'
        ? { zh: '这是一个符号链接（快捷方式）', en: 'this is a symbolic link' }
        : { zh: '这不是普通文件', en: 'this is not a regular file' },
      { zh: '请删去它，把文件本身放进来', en: 'remove it and put the file itself in its place' },
    ),
  ];
}

function strays({ path, kind }: TreeEntry): Finding[] {
  return kind === 'file' && roleOf(path).role === 'stray' ? [strayFinding(path)] : [];
}

function misnamedFinding(file: string): Finding {
  return found(
    UNSAFE_NAME,
    { file },
    { zh: '名称不是 UTF-8 编码的文字', en: 'the name is not text in UTF-8' },
    {
      zh: '请用英文字母、数字、“-”重新命名（多半是用旧软件解压或拷贝时弄乱的）',
      en: 'give it a name of letters, digits and hyphens (an old program that unpacked or copied it may have garbled it)',
    },
  );
}

/** Says that a file or folder cannot be read. */
export function unreadableFinding(file: string): Finding {
  return {
    rule: FILE_MISSING.id,
    severity: 'error',
    place: { file },
    message: { zh: '系统不让读取它', en: 'the system does not let it be read' },
    hint: { zh: '请检查它的权限，或删去它', en: 'see who may read it, or delete it' },
  };
}

function strayFinding(path: string): Finding {
  const [, collection] = path.split('/');
  const inDocuments = COLLECTIONS.some((name) => name === collection);
  return found(
    STRAY_FILE,
    { file: path },
    { zh: '这个文件不会被读取，也不会发布', en: 'this file is neither read nor published' },
    inDocuments
      ? {
          zh: `正文请命名为 content/${collection}/<文件夹>/zh.mdx 或 en.mdx；不需要的文件请删去`,
          en: `call a text content/${collection}/<folder>/zh.mdx or en.mdx; delete what is not needed`,
        }
      : {
          zh: '答复放在 content/replies/，数据放在 data/<名称>.json，供下载的文件放在 public/；不需要的请删去',
          en: 'replies belong in content/replies/, data in data/<name>.json, downloads in public/; delete what is not needed',
        },
  );
}

/** What is wrong with the names in a path. A file beside a reply is published under another name. */
function unsafeNames({ path, kind }: TreeEntry): Finding[] {
  if (kind === 'misnamed') return [misnamedFinding(path)];
  const named = roleOf(path);
  if (kind !== 'file' || named.role === 'ignored') return [];
  const kept = named.role === 'companion' && named.collection === 'replies';
  const segments = path.split('/');
  return segments.slice(1).flatMap((segment, index): Finding[] => {
    const isFile = index === segments.length - 2;
    if (isFile && kept) return isKeptName(segment) ? [] : [keptNameFinding(path, segment)];
    const safe = isFile ? SAFE_FILE.test(segment) : SAFE_FOLDER.test(segment) || segment === '.well-known';
    if (safe && !DEVICE.test(segment) && segment.length <= 80 && !segment.includes('..')) return [];
    const reserved = DEVICE.test(segment);
    return [
      found(
        UNSAFE_NAME,
        { file: path },
        reserved
          ? { zh: `“${segment}”是 Windows 的保留名，不能作文件名`, en: `“${segment}” is a name that Windows reserves` }
          : { zh: `名称“${segment}”不能安全地用在网址里`, en: `the name “${segment}” is not safe in an address` },
        isFile
          ? {
              zh: '请只用英文字母、数字、“-”“_”“.”，80 个字符以内',
              en: 'use letters, digits, - _ and . only, 80 characters at most',
            }
          : {
              zh: '请只用小写英文字母、数字和单个“-”，如 2024-7',
              en: 'use lower-case letters, digits and single hyphens, such as 2024-7',
            },
      ),
    ];
  });
}

const isKeptName = (name: string): boolean =>
  KEPT_FILE.test(name) && !DEVICE.test(name) && new TextEncoder().encode(name).length <= LONGEST_NAME;

function keptNameFinding(path: string, name: string): Finding {
  return found(
    UNSAFE_NAME,
    { file: path },
    { zh: `文件名“${name}”在别的电脑上会出错`, en: `the name “${name}” fails on other computers` },
    {
      zh: '可以用汉字；不要用 \\ / : * ? " < > |、看不见的字符和系统保留名，开头结尾不留空格和句点，不超过 60 个汉字',
      en: 'any letters will do, but none of \\ / : * ? " < > |, nothing invisible, no name that a system reserves, no space or dot at either end, 180 bytes at most',
    },
  );
}

function sameNames({ entries }: ReadSite): Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { path } of entries) {
    let prefix = '';
    for (const segment of path.split('/')) {
      prefix = prefix === '' ? segment : `${prefix}/${segment}`;
      const folded = prefix.normalize('NFKC').toLowerCase();
      const other = seen.get(folded);
      if (other === undefined) seen.set(folded, prefix);
      else if (other !== prefix) {
        findings.push(
          found(
            SAME_NAME,
            { file: path },
            { zh: `“${prefix}”与“${other}”只有大小写不同`, en: `“${prefix}” and “${other}” differ only in case` },
            { zh: '请改名或合并', en: 'rename or unite them' },
          ),
        );
        break;
      }
    }
  }
  return findings;
}
