import type { Finding } from '../../../src/errors.ts';
import { splitFrontMatter } from '../../../src/model/source-file.ts';
import { inspectFile } from '../../../src/rules/inspect-file.ts';
import { MARKS } from '../../marks.ts';
import { PERSONAL_CASES } from '../../rules/personal-cases.ts';
import { UNUSUAL_WRITINGS } from '../../rules/personal-writings.ts';
import { foldedLines, shownLines, writtenLines } from '../../rules/shown-text.ts';
import { pick, type Random, randomOf } from './kinds.ts';
import { bureauFiles, type Field, fieldsOf, siteChecker } from './site.ts';
import { startTallies, type Tally } from './tally.ts';

/** What trying details gave: by kind, and what nothing found, each as text. */
export interface TriedDetails {
  readonly kinds: Readonly<Record<string, Tally>>;
  readonly missed: readonly string[];
}

/** A private detail by its rule, in one of its writings that go on in one line. */
const DETAILS: readonly (readonly [rule: string, writings: readonly string[]])[] = PERSONAL_CASES.map(
  ({ rule, found }) => [
    rule,
    [...found, ...(UNUSUAL_WRITINGS[rule] ?? [])].filter((writing) => !/[\n"\\<>{}[\]`|*_~#]/.test(writing)),
  ],
);

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const personal = ({ rule }: Finding) => rule.startsWith('personal-');
const body = (source: string, file: string) => {
  const { bodyLine } = splitFrontMatter(source, file);
  return source
    .split('\n')
    .slice(bodyLine - 1)
    .join('\n');
};

/**
 * Writes private details into every kind of field of the made-up bureau, and signs beside the characters of its letters. Each detail has to
 * be found; of each sign check says something, or the text shown is the text written.
 */
export function tryDetails(number: number, seed: number): TriedDetails {
  const files = bureauFiles();
  const { reports } = siteChecker(files);
  const fields = fieldsOf(files, reports);
  const random = randomOf(seed);
  const { kinds, missed, count } = startTallies();
  // Letters with annexes and withheld passages are shown with words that nobody wrote there.
  const plain = new Set(
    [...files]
      .filter(([file, bytes]) => /^content\/replies\/.*\.mdx$/.test(file) && isShown(body(decode(bytes), file)))
      .map(([file]) => file),
  );
  const letters = fields.filter(({ about, file }) => about === 'reply body' && plain.has(file));
  const before = new Map([...reports].map(([path, { findings }]) => [path, findings.length]));
  for (let done = 0; done < number; done += 1) {
    const isPrivate = done % 2 === 0;
    const own = isPrivate ? privateDetail(fields, random) : sign(letters, random);
    if (own === undefined) continue;
    const { field, text, kind } = own;
    const source = field.changed(text);
    const { findings } = inspectFile(field.file, new TextEncoder().encode(source));
    const told = `${field.about} (${field.locale}) ${JSON.stringify(text.slice(0, 90))}`;
    const isFound = isPrivate
      ? findings.some(personal)
      : findings.length > (before.get(field.file) ?? 0) || isShown(body(source, field.file));
    count(kind, isFound, told);
  }
  return { kinds, missed };
}

const isShown = (written: string) => foldedLines(shownLines(written)) === foldedLines(writtenLines(written));

/** A field with a private detail at its end. */
function privateDetail(fields: readonly Field[], random: Random) {
  const [kinds = '', writings = []] = pick(DETAILS, random) ?? [];
  const about = pick([...new Set(fields.map((field) => field.about))], random);
  const field = pick(
    fields.filter((own) => own.about === about && !/(?:number value|period|due|value)$/.test(own.about)),
    random,
  );
  const writing = pick(writings, random);
  if (field === undefined || writing === undefined) return undefined;
  return { kind: kinds, field, text: `${field.text}，${writing}` };
}

/** A paragraph of a letter with a sign beside one of its characters. */
function sign(fields: readonly Field[], random: Random) {
  const field = pick(fields, random);
  const written = pick(MARKS, random);
  if (field === undefined || written === undefined) return undefined;
  const at = Math.floor(random() * (field.text.length + 1));
  const second = random() < 0.5 ? '' : (pick(MARKS, random) ?? '');
  const text = `${field.text.slice(0, at)}${written}${field.text.slice(at)}${second}`;
  return { kind: `a sign: ${JSON.stringify(written).slice(1, -1)}`, field, text };
}
