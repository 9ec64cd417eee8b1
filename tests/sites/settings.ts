import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { filesBelow } from '../../src/system/files.ts';
import type { Random } from '../corpus/random.ts';
import type { Change } from './additions.ts';

/** A setting of a site, and the values it is given; null takes it away. */
type Setting = readonly [percent: number, key: string, values: readonly unknown[]];

const both = (zh: string, en: string) => ({ zh, en });

/** What a bureau may say in site.yaml. */
const SETTINGS: readonly Setting[] = [
  [40, 'base', ['/', '/water/', '/a/b-c/', '/2026/']],
  [40, 'official', [true]],
  [30, 'address', ['https://water.example', 'https://water.example:8443', 'https://xn--fiqs8s.example']],
  [25, 'frame', ['none', 'own']],
  [40, 'languages', [['zh'], ['zh', 'en', 'ug'], ['zh', 'ug'], ['en', 'zh'], ['zh', 'en', 'qps']]],
  [20, 'requireTranslation', [true, false]],
  [20, 'requireApproval', [['审核人'], ['审核人', '分管领导']]],
  [20, 'publicationLimit', [1, 20, 400]],
  [40, 'pdf', [true, false]],
  [20, 'masking', [{ sign: '●' }, { first: 0, last: 0, from: 8 }]],
  [20, 'officeMail', [['made-up@163.com']]],
  [20, 'security', [{ contact: 'mailto:security@water.example', expires: '2027-01-01' }]],
  [25, 'terms', [both('全部内容可以自由使用。', 'All content may be used freely.')]],
  [
    25,
    'identifiers',
    [
      { siteIdCode: '1404000001', siteDomain: 'water.example' },
      { icp: '晋ICP备00000000号' },
      { psb: '晋公网安备 14040000000000号' },
    ],
  ],
  [25, 'keyFigures', [[], null]],
  [15, 'answeredKinds', [null]],
  [10, 'topics', [null]],
];

/** What a record may say of a letter. */
const RECORD: readonly Setting[] = [
  [15, 'publishAt', ['2026-01-01T08:00+08:00', '2030-01-01T08:00+08:00']],
  [20, 'outcome', ['A', 'B', 'C', null]],
  [20, 'indexNumber', ['MADE-UP/2026-00001']],
  [15, 'number', [null]],
  [15, 'published', [null, '2026-11-01']],
  [15, 'disclosure', [null, '依申请公开', '不予公开']],
  [10, 'topics', [null, []]],
  [15, 'masthead', ['虚构市水务局文件']],
  [15, 'handling', [{ lead: '虚构市水务局', assisting: ['虚构市财政局'], received: '2004-01-05', met: true }]],
  [10, 'withdrawn', [{ date: '2026-11-20', why: both('内容有误。', 'It was wrong.') }]],
  [15, 'corrections', [[{ date: '2026-11-20', what: both('改一字', 'A word'), why: both('笔误', 'A slip') }]]],
  [10, 'sourceUrl', ['https://water.example/a?b=1&c=2', 'https://county.example/a?b=1&c=2']],
  [10, 'signers', [['虚构市水务局', '（盖章）']]],
  [10, 'contact', [['联系电话：0355-0000000']]],
  [10, 'relates', [null]],
];

/** Sets keys of a YAML document in a file; each can be taken back by itself. */
function keysSet(root: string, file: string, settings: readonly Setting[], random: Random): Change[] {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const isDocument = file.endsWith('.mdx');
  const edit = (key: string, value: unknown) => {
    const text = readFileSync(path, 'utf8');
    const { frontMatter, body } = isDocument ? splitFrontMatter(text, file) : { frontMatter: text, body: '' };
    const yaml = parseDocument(frontMatter);
    const before: unknown = yaml.toJS()[key];
    if (value === null || value === undefined) yaml.delete(key);
    else yaml.set(key, value);
    const written = yaml.toString({ lineWidth: 0 });
    writeFileSync(path, isDocument ? `---\n${written}---\n${body}` : written);
    return before;
  };
  return settings.flatMap(([percent, key, values]): Change[] => {
    if (!random.chance(percent)) return [];
    const before = edit(key, random.pick(values));
    return [{ file, written: `${key}:`, undo: () => edit(key, before) }];
  });
}

/** Other settings of the site, and other records of its letters. */
export function varySettings(root: string, random: Random): Change[] {
  const records = [...filesBelow(root).files].filter((file) => /^content\/replies\/.*\/zh\.mdx$/.test(file));
  return [
    ...keysSet(root, 'content/site.yaml', SETTINGS, random),
    ...records.filter(() => random.chance(30)).flatMap((file) => keysSet(root, file, RECORD, random)),
  ];
}
