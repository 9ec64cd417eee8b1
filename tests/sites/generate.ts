import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import { checkRoot } from '../../src/build/check/index.ts';
import type { Finding } from '../../src/errors.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { filesBelow } from '../../src/system/files.ts';
import { type Random, seededRandom } from '../corpus/random.ts';
import { BUREAU } from '../dafu.ts';
import { addOddities, type Change } from './additions.ts';
import { varySettings } from './settings.ts';

/** Signs and words that programs, formats and addresses take for something else. */
const SIGNS: readonly string[] = [
  ...[']]>', '<b>', '</script>', '<!--', '-->', '<?', '&', '&amp;', '&#0;', '"', "'", '`', '“”', '…'],
  ...[
    '{x}',
    '$' + '{x}',
    '{{',
    '\\',
    '\\n',
    '%',
    '#',
    '?',
    '/',
    '../',
    '//',
    ':',
    ';',
    ',',
    '|',
    '=',
    '=甲',
    '+甲',
    '@甲',
    '-甲',
  ],
  ...['*', '**', '_', '__', '~~', '[甲](乙)', '![', '- ', '> ', '$', '^', '~', '！', '？', '、', '·'],
  ...[
    '𠮷',
    '㙍',
    '䶮',
    '😀',
    'é',
    'ß',
    'Ω',
    'ﬁ',
    '\u00a0',
    '<svg/onload=alert(甲)>',
    'javascript:',
    'data:',
    'null',
    'undefined',
    '__proto__',
    'constructor',
  ],
  ...['甲'.repeat(80), 'W'.repeat(90), 'long words of a heading that goes on and on and on and on and on and on'],
  ...[
    '乙'.repeat(600),
    'X'.repeat(900),
    '👩‍👩‍👧‍👦',
    '🇨🇳',
    '\u200f',
    '\u202e',
    '\u2066甲\u2069',
    'ع',
    'e\u0301\u0327',
    'か\u3099',
    '\ufeff',
    '\u200b',
  ],
  ...['\u2028', '\t', '\n', '\u0000', '\ud800', '', ' ', '︙', '☐', '﷽'],
];

/** Keys whose values are titles, names, labels and notes: what people word as they like. */
const WORDED: ReadonlySet<string> = new Set([
  'title',
  'headline',
  'measure',
  'label',
  'note',
  'notes',
  'name',
  'description',
  'point',
  'what',
  'why',
  'meaning',
  'terms',
  'summary',
  'measures',
  'proposers',
  'session',
  'meeting',
  'place',
  'span',
  'use',
  'hours',
]);

/** Files that a site may lack. What check says is missed then comes back. */
const OPTIONAL =
  /^(?:content\/(?:glossary|bureaus)\.yaml|content\/(?:pages|reports)\/[^/]+|content\/replies\/(?:[a-z]+\/)?\d[^/]*|content\/replies\/xushuijian[^/]*|data\/[a-z-]+\.json|data\/calendar|data\/published|public)$/;

/** What a site came to: how many hostile values stand in it, and which of its parts were left out. */
export interface GeneratedSite {
  readonly hostile: number;
  /** What was added, by file. */
  readonly odd: readonly string[];
  readonly left: readonly string[];
}

/**
 * Makes a site out of the made-up bureau in `root`: parts of it left out, some many times over, other settings and records, and signs of every kind in its titles,
 * headlines, labels, names and notes. Only what check refuses is put back: what is left passes. Throws where it does not.
 */
export async function generateSite(root: string, seed: string): Promise<GeneratedSite> {
  cpSync(BUREAU, root, { recursive: true, filter: (source) => !source.endsWith('/.dafu') });
  const random = seededRandom(seed, 'site');
  const left = await partsLeftOut(root, random);
  if (random.chance(15)) multiply(root, random.integer(20, 60));
  const set = await settled(root, varySettings(root, random), seed, random);
  const odd = [...set, ...(await settled(root, addOddities(root, random), seed, random))];
  const hostile = [...filesBelow(root).files].flatMap((file) => hostileChanges(root, file, random));
  const kept = await settled(root, hostile, seed, random);
  return { hostile: kept.length, odd: odd.map(({ file, written }) => `${file} ${written}`.trim()), left };
}

/** Takes back what check refuses of some changes; gives what is left. Throws where something is refused that they did not bring. */
async function settled(
  root: string,
  made: readonly Change[],
  seed: string,
  random: Random,
): Promise<readonly Change[]> {
  let changes = made;
  const undo = (some: readonly Change[]) => {
    for (const change of some.toReversed()) change.undo();
    changes = changes.filter((change) => !some.includes(change));
  };
  for (;;) {
    const errors = await errorsOf(root);
    if (errors.length === 0) return changes;
    if (process.env.DAFU_SITES_REFUSED !== undefined)
      for (const { place, message } of errors) console.log(`refused ${place.file}: ${message.en}`);
    if (changes.length === 0)
      throw new Error(`${seed}: ${errors.map(({ place, message }) => `${place.file}: ${message.en}`).join('\n')}`);
    const refused = changes.filter((change) => errors.some((error) => isRefused(root, change, error)));
    const files = errors.map(({ place }) => place.file);
    const own = changes.filter(({ file }) => files.includes(file));
    const near = changes.filter(({ file }) => files.some((other) => dirname(other) === dirname(file)));
    // What no value in its line explains is told of another line or file, such as the other language's.
    const some = [own, near, changes].find((list) => list.length > 0) ?? [];
    undo(refused.length > 0 ? refused : some.filter(() => some.length < 3 || random.chance(40)));
  }
}

const errorsOf = async (root: string): Promise<Finding[]> =>
  (await checkRoot(root, { today: TODAY })).filter(({ severity }) => severity === 'error');

/** Leaves parts out that the others do not need; gives their names. */
async function partsLeftOut(root: string, random: Random): Promise<string[]> {
  let left = leaveOut(root, random);
  while ((await errorsOf(root)).length > 0) {
    const back = left.filter(() => left.length < 3 || random.chance(40));
    for (const part of back) cpSync(join(BUREAU, part), join(root, part), { recursive: true, force: false });
    left = left.filter((part) => !back.includes(part));
  }
  return left;
}

export const TODAY = '2026-11-23';

/** Whether a finding is about a change: it stands in the line of its value. */
function isRefused(root: string, { file, written }: Change, { place }: Finding): boolean {
  // Whole files and folders that were added.
  if (written === '') return place.file === file || place.file.startsWith(`${file}/`);
  if (place.file !== file) return false;
  const line = readFileSync(join(root, file), 'utf8').split('\n')[(place.line ?? 1) - 1] ?? '';
  return line.includes(written) || line.includes(JSON.stringify(written).slice(1, -1));
}

function leaveOut(root: string, random: Random): string[] {
  const { files, folders } = filesBelow(root);
  const parts = [...files, ...folders].filter((path) => OPTIONAL.test(path));
  const share = random.pick([0, 10, 30, 60, 100]);
  const gone = parts.filter(() => random.chance(share));
  for (const part of gone) rmSync(join(root, part), { recursive: true, force: true });
  return gone;
}

/** Adds replies, each like one that is there. */
function multiply(root: string, count: number): void {
  const source = 'content/replies/2026-3';
  if (!existsSync(join(root, source))) return;
  for (let number = 1; number <= count; number += 1) {
    const folder = join(root, `content/replies/2026-${500 + number}`);
    cpSync(join(root, source), folder, { recursive: true });
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.mdx'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      writeFileSync(join(folder, name), text.replace(/^(number: .*?)3号/m, `$1${500 + number}号`));
    }
  }
}

function hostileChanges(root: string, file: string, random: Random): Change[] {
  if (/^data\/[a-z-]+\.json$/.test(file)) return jsonChanges(root, file, random);
  if (/^content\/.*\.mdx$|^content\/[a-z]+\.yaml$/.test(file)) return yamlChanges(root, file, random);
  return [];
}

const withSign = (value: string, random: Random): string => {
  const sign = random.pick(SIGNS);
  return random.pick([
    value + sign,
    sign + value,
    value.slice(0, 2) + sign + value.slice(2),
    ...(random.chance(10) ? [sign] : []),
  ]);
};

type Json = string | number | boolean | null | readonly Json[] | { [key: string]: Json };

function jsonChanges(root: string, file: string, random: Random): Change[] {
  const full = join(root, file);
  const data: Json = JSON.parse(readFileSync(full, 'utf8'));
  const save = () => writeFileSync(full, `${JSON.stringify(data, null, 2)}\n`);
  const changes: Change[] = [];
  const walk = (value: Json, worded: boolean): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, worded);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    const holder = value as { [key: string]: Json };
    for (const [key, inner] of Object.entries(holder)) {
      const own = worded || WORDED.has(key);
      if (typeof inner !== 'string') walk(inner, own);
      else if (own && random.chance(40)) {
        const written = withSign(inner, random);
        holder[key] = written;
        changes.push({
          file,
          written,
          undo: () => {
            holder[key] = inner;
            save();
          },
        });
      }
    }
  };
  walk(data, false);
  save();
  return changes;
}

function yamlChanges(root: string, file: string, random: Random): Change[] {
  const full = join(root, file);
  const text = readFileSync(full, 'utf8');
  const isDocument = file.endsWith('.mdx');
  const { frontMatter, body } = isDocument ? splitFrontMatter(text, file) : { frontMatter: text, body: '' };
  const document = parseDocument(frontMatter);
  const save = () => {
    const yaml = document.toString({ lineWidth: 0 });
    writeFileSync(full, isDocument ? `---\n${yaml}---\n${body}` : yaml);
  };
  const changes: Change[] = [];
  visit(document, {
    Scalar(key, scalar, path) {
      if (key === 'key' || typeof scalar.value !== 'string') return;
      const keys = path.flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []));
      if (!keys.some((name) => WORDED.has(name)) || !random.chance(30) || !path.some(isMap)) return;
      const before = scalar.value;
      const written = withSign(before, random);
      scalar.value = written;
      scalar.type = 'QUOTE_DOUBLE';
      changes.push({
        file,
        written,
        undo: () => {
          scalar.value = before;
          save();
        },
      });
    },
  });
  save();
  return changes;
}
