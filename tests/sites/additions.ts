import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { filesBelow, writeFileAndFolders } from '../../src/system/files.ts';
import type { Random } from '../corpus/random.ts';

/** A change to a site that can be taken back by itself. */
export interface Change {
  /** The file that it stands in; of a folder, the folder. */
  readonly file: string;
  /** What was written; empty where the whole file is new. */
  readonly written: string;
  readonly undo: () => void;
}

/** Names that routes, languages, file systems or JavaScript take for their own, and very long ones. */
const NAMES: readonly string[] = [
  ...[
    'index',
    'constructor',
    'prototype',
    'null',
    'undefined',
    'true',
    '404',
    '0',
    '1e3',
    'zh',
    'en',
    'all',
    'page',
    'year',
  ],
  ...[
    'data',
    'replies',
    'search',
    'api',
    'feed',
    'files',
    'style',
    'print',
    'verify',
    'embed',
    'follow',
    'topics',
    'pagefind',
  ],
  ...[
    'con',
    'nul',
    'aux',
    'com1',
    'latest',
    'new',
    'well-known',
    'commitments',
    'schema',
    'published',
    'redirects',
    'calendar',
  ],
  ...['a'.repeat(60), 'long-name-'.repeat(12).slice(0, -1), 'x'.repeat(200)],
];

type Json = { [key: string]: unknown };

const added = (root: string, path: string): Change => ({
  file: path,
  written: '',
  undo: () => rmSync(join(root, path), { recursive: true, force: true }),
});

function write(root: string, path: string, content: string | Uint8Array): Change[] {
  const full = join(root, path);
  if (existsSync(full)) return [];
  writeFileAndFolders(full, content);
  return [added(root, path)];
}

const datasets = (root: string) =>
  [...filesBelow(root).files].filter((file) => /^data\/[a-z-]+\.json$/.test(file) && file !== 'data/commitments.json');

/** A dataset of one row, of two thousand, or of twelve series, drawn in any of the ways: every value is one that a formula makes. */
function sizedDataset(root: string, random: Random): Change[] {
  const [source] = datasets(root);
  if (source === undefined) return [];
  const dataset: Json = JSON.parse(readFileSync(join(root, source), 'utf8'));
  const [series, rows] = random.pick(SIZES);
  const id = `sized-${series}-${rows}`;
  const names = Array.from({ length: series }, (_, number) => `s${number}`);
  const isNegative = random.chance(30);
  const observations = names.flatMap((name, at) =>
    Array.from({ length: rows }, (_, row) => {
      const factor = row + at + 2;
      const isBelow = isNegative && factor % 3 === 0;
      return {
        id: `row-${at}-${row}`,
        series: name,
        period: rows > 100 ? dayAfter(row) : String(1949 + Math.floor((row * 150) / rows)),
        kind: 'derived',
        formula: isBelow ? `0 - 7 * ${factor}` : `7 * ${factor}`,
        value: String((isBelow ? -7 : 7) * factor),
        unit: dataset['unit'],
      };
    }),
  );
  const content = {
    ...dataset,
    id,
    title: { zh: '数', en: 'Numbers' },
    headline: { zh: '数的多少', en: 'How many there are' },
    measure: { zh: '数', en: 'Numbers' },
    place: { zh: '各处', en: 'Everywhere' },
    span: { zh: '多年', en: 'Many years' },
    notes: [],
    changelog: [{ version: '1.0.0', date: '2026-01-05', note: { zh: '首次整理。', en: 'Compiled.' } }],
    version: '1.0.0',
    series: names.map((name, number) => ({
      id: name,
      label: { zh: `系列${'甲乙丙丁戊己庚辛壬癸子丑'[number]}`, en: `Series ${'ABCDEFGHIJKL'[number]}` },
    })),
    panels: [{ kind: random.pick(CHART_KIND_NAMES), series: names }],
    observations,
  };
  return write(root, `data/${id}.json`, `${JSON.stringify(content, null, 2)}\n`);
}

/** Series, and rows of each. */
const SIZES = [
  [1, 1],
  [1, 40],
  [2, 2],
  [12, 5],
  [12, 1],
  [3, 60],
  [1, 2000],
] as const;

const dayAfter = (days: number) => new Date(Date.UTC(2001, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

/** A standing page or a report that is there, under another name. */
function renamedDocument(root: string, random: Random): Change[] {
  const kind = random.pick(['pages', 'reports']);
  const folder = join(root, 'content', kind);
  const [source] = existsSync(folder) ? readdirSync(folder) : [];
  const target = `content/${kind}/${random.pick(NAMES)}`;
  if (source === undefined || existsSync(join(root, target))) return [];
  cpSync(join(folder, source), join(root, target), { recursive: true });
  return [added(root, target)];
}

/** A reply like one that is there, of another year. */
function otherYear(root: string, random: Random): Change[] {
  const year = random.pick(['1949', '1999', '2000', '2099']);
  return copiedReply(root, `content/replies/${year}-3`, (text) =>
    text
      .replace(/〔2026〕/g, `〔${year}〕`)
      .replace(/^(date|published): 2026-\d+/gm, `$1: ${year}-12`)
      .replace(/^relates: .*\n/m, ''),
  );
}

/** A reply in a hundred parts, or of hundreds of paragraphs, or of one very long line. */
function longReply(root: string, random: Random): Change[] {
  const shape = random.pick(['parts', 'items', 'line', 'table']);
  return copiedReply(root, 'content/replies/2026-900', (text, locale) => {
    const [one, word] = locale === 'zh' ? ['照此办理。', '事项'] : ['It is done so.', 'Matter '];
    const many = (count: number, make: (number: number) => string, joint: string) =>
      Array.from({ length: count }, (_, number) => make(number + 1)).join(joint);
    const body = {
      parts: () => many(100, (number) => `## ${word}${'甲乙丙丁戊己庚辛壬癸'[number % 10]}\n\n${one}`, '\n\n'),
      items: () => many(300, () => one, '\n\n'),
      line: () => one.repeat(400),
      table: () => `| ${word} | ${word} |\n| --- | --- |\n${many(200, () => `| ${one} | ${one} |`, '\n')}`,
    }[shape as 'parts'];
    return `${text.replace(/(number: .*?)3号/, '$1900号')}\n${body()}\n`;
  });
}

function copiedReply(root: string, target: string, change: (text: string, locale: string) => string): Change[] {
  const source = join(root, 'content/replies/2026-3');
  if (!existsSync(source) || existsSync(join(root, target))) return [];
  cpSync(source, join(root, target), { recursive: true });
  for (const name of readdirSync(join(root, target)).filter((file) => file.endsWith('.mdx'))) {
    const path = join(root, target, name);
    writeFileSync(path, change(readFileSync(path, 'utf8'), name.slice(0, 2)));
  }
  return [added(root, target)];
}

/** Names in the made-up bureau of a topic and of datasets: no other word of it. */
const RENAMED = ['canal-repair', 'repair-fund', 'running-water', 'scheme-targets', 'supply-points'] as const;

/** A topic or a dataset under a name that JavaScript or a route has too. */
function renamed(root: string, random: Random): Change[] {
  const [from, to] = [random.pick(RENAMED), random.pick(NAMES)];
  const exchange = (one: string, other: string) => {
    const [old, now] = [join(root, `data/${one}.json`), join(root, `data/${other}.json`)];
    if (existsSync(old)) renameSync(old, now);
    for (const file of filesBelow(root).files) {
      if (!/^(?:content|data)\/.*\.(?:mdx|ya?ml|json)$/.test(file)) continue;
      const text = readFileSync(join(root, file), 'utf8');
      const changed = text.replace(new RegExp(`(?<![\\w-])${one}(?![\\w-])`, 'g'), other);
      if (changed !== text) writeFileSync(join(root, file), changed);
    }
  };
  // Where the name is there already it could not be taken back.
  const words = new RegExp(`(?<![\\w-])${to}(?![\\w-])`);
  const isTaken = [...filesBelow(root).files].some(
    (file) =>
      /^(?:content|data)\//.test(file) && (file.includes(to) || words.test(readFileSync(join(root, file), 'utf8'))),
  );
  if (isTaken) return [];
  exchange(from, to);
  const file = from === 'canal-repair' ? 'content/site.yaml' : `data/${to}.json`;
  return [{ file, written: to, undo: () => exchange(to, from) }];
}

/** Files of other programs in the root, some of them broken: the site has nothing to do with them. */
const OTHER_PROGRAMS: Readonly<Record<string, string>> = {
  'package.json': '{',
  'tsconfig.json': '{ "extends": "./missing.json", }',
  'astro.config.mjs': 'throw new Error("not ours");\n',
  'vite.config.ts': 'throw new Error("not ours");\n',
  'postcss.config.cjs': 'module.exports = { plugins: [require("missing")] };\n',
  'tailwind.config.js': 'throw new Error("not ours");\n',
  '.browserslistrc': 'not a browser\n',
  '.env': 'BASE_URL=/elsewhere/\nSITE=https://elsewhere.example\nNODE_ENV=test\nPUBLIC_X="unclosed\n',
  'src/pages/index.astro': '---\nthrow new Error("not ours");\n---\n',
  'src/content.config.ts': 'throw new Error("not ours");\n',
};

function otherPrograms(root: string, random: Random): Change[] {
  return Object.entries(OTHER_PROGRAMS).flatMap(([path, text]) => (random.chance(50) ? write(root, path, text) : []));
}

/** Files of `public/` where pages, files that are made, and folders of the site stand, or whose names differ in their case only. */
const PUBLIC_NAMES: readonly string[] = [
  ...[
    'index.txt',
    'INDEX.TXT',
    'Zh/note.txt',
    'zh/note.txt',
    'zh/replies/note.txt',
    'zh/replies',
    'en/search/data.json',
  ],
  ...['api/v1/replies.json', 'data/meters.json', 'data/meters.csv', 'robots.txt', 'manifest.json', 'security.txt'],
  ...[
    '.well-known/security.txt',
    '_astro/note.txt',
    'pagefind/note.txt',
    '404.txt',
    'a b.txt',
    '100%.txt',
    '甲.txt',
    '#.txt',
  ],
  ...[
    'files/é.txt',
    'files/e\u0301.txt',
    'constructor.txt',
    '__proto__.txt',
    '__proto__/note.txt',
    'a?.txt',
    'a&b.txt',
    "a'b.txt",
  ],
  ...[
    'release.json',
    'manifest.sha256',
    'checksums.txt',
    'minisign.asc',
    'con.txt',
    `${'n'.repeat(200)}.txt`,
    '-rf.txt',
    '.htaccess',
  ],
];

function publicFiles(root: string, random: Random): Change[] {
  return PUBLIC_NAMES.filter(() => random.chance(12)).flatMap((name) => write(root, `public/${name}`, '{}\n'));
}

/** Pictures beside a reply, under names that addresses and file systems have trouble with. */
function oddCompanions(root: string, random: Random): Change[] {
  const folder = 'content/replies/2025-12';
  const picture = join(root, folder, 'scan.png');
  if (!existsSync(picture)) return [];
  const names = [
    'index.png',
    '甲 乙.png',
    '100%.png',
    '#1.png',
    'é.png',
    'e\u0301.png',
    'Scan.PNG',
    '😀.png',
    'a+b&c.png',
    '..png',
  ];
  return names
    .filter(() => random.chance(20))
    .flatMap((name) => write(root, `${folder}/${name}`, readFileSync(picture)));
}

/** A report that draws, states and quotes what is there. */
function report(root: string, random: Random): Change[] {
  const named = datasets(root).flatMap((file) => {
    const { id, observations }: { id: string; observations: readonly { id: string }[] } = JSON.parse(
      readFileSync(join(root, file), 'utf8'),
    );
    return observations.length === 0 ? [] : [{ id, figures: observations.map((own) => `${id}/${own.id}`) }];
  });
  if (named.length === 0) return [];
  const folder = `content/reports/made-${random.integer(1, 99)}`;
  const parts = Array.from({ length: random.integer(1, 6) }, () => {
    const { id, figures } = random.pick(named);
    const figure = random.pick(figures);
    return random.pick([
      [`<Chart of="${id}" />`, `<Chart of="${id}" />`],
      [`数是<Figure of="${figure}" />。`, `The number is <Figure of="${figure}" />.`],
      ['## 一节', '## A section'],
      ['<Note title="说明">\n照此办理。\n</Note>', '<Note title="Note">\nIt is done so.\n</Note>'],
      ['| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |', '| A | B |\n| --- | --- |\n| one | two |'],
    ]);
  });
  const head = (title: string) => `---\ntitle: ${title}\nsummary: ${title}\ndate: 2026-11-20\n---\n\n`;
  const written = ['虚构报告', 'Made-up report'].map((title, language) =>
    head(title).concat(parts.map((part) => part[language]).join('\n\n'), '\n'),
  );
  return [...write(root, `${folder}/zh.mdx`, written[0] ?? ''), ...write(root, `${folder}/en.mdx`, written[1] ?? '')];
}

/** No commitments at all, or the first of them alone. */
function fewCommitments(root: string, random: Random): Change[] {
  const file = 'data/commitments.json';
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const before = readFileSync(path, 'utf8');
  const { commitments }: { commitments: readonly unknown[] } = JSON.parse(before);
  writeFileSync(path, JSON.stringify({ commitments: commitments.slice(0, random.pick([0, 1])) }));
  return [{ file, written: '', undo: () => writeFileSync(path, before) }];
}

const ADDITIONS: readonly (readonly [percent: number, add: (root: string, random: Random) => Change[]])[] = [
  [60, renamed],
  [50, renamed],
  [40, sizedDataset],
  [40, sizedDataset],
  [40, renamedDocument],
  [40, renamedDocument],
  [30, otherYear],
  [20, otherYear],
  [30, longReply],
  [40, otherPrograms],
  [40, publicFiles],
  [40, oddCompanions],
  [40, report],
  [30, report],
  [20, fewCommitments],
];

/** Adds to a site what it does not have: odd names, sizes and years, files of others. Each can be taken back. */
export const addOddities = (root: string, random: Random): Change[] =>
  ADDITIONS.flatMap(([percent, add]) => (random.chance(percent) ? add(root, random) : []));
