import { parseDocument, stringify, YAMLSeq } from 'yaml';
import { type FieldName, makeWords } from '../../language/messages/making.ts';
import {
  inEach,
  type Languages,
  type Locale,
  languageOf,
  originalLanguage,
  type Translated,
} from '../../model/locale.ts';
import { type ReplyDraft, replyDraftSchema } from '../../model/reply.ts';
import { normaliseStated, parsePrintedUnit } from '../../model/units.ts';
import { flagIn, type NewKind } from './fields.ts';
import type { Given } from './make-new.ts';

/** Files to be written, by path from the root. */
export type NewFiles = Readonly<Record<string, string>>;

/** What a skeleton needs besides the answers. */
interface Surroundings {
  /** The languages of the site. */
  readonly languages: Languages;
  /** The bureau's name. */
  readonly issuer: string;
  /** The folder for a reply with this record, relative to the root. */
  readonly folderOf: (record: ReplyDraft) => string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The text of content/glossary.yaml. */
  readonly glossary: string;
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });

/** A placeholder for text still to be written: a comment, which `dafu check` refuses to publish. */
const place = (words: string): string => `{/* ${words} */}`;

const document = (frontMatter: unknown, body: string): string => `---\n${yaml(frontMatter)}---\n\n${body}\n`;

/** What the program writes into a file in a language. */
const wordsFor = (locale: Locale) => makeWords[languageOf(locale).fallback];

function reply(given: Given, { issuer, folderOf, languages }: Surroundings): NewFiles {
  const original = originalLanguage(languages);
  const record = {
    number: given['number'],
    title: given['title'],
    issuer: given['issuer'] ?? issuer,
    date: given['date'],
    disclosure: given['disclosure'],
    answers: {
      kind: given['answered'],
      body: given['body'],
      session: given['session'],
      meeting: given['meeting'],
      number: given['suggestion'],
      title: given['suggestion-title'],
      proposers: given['proposer'] === undefined ? undefined : [given['proposer']],
    },
  };
  const file = `${folderOf(replyDraftSchema(languages).parse(record))}/${original}.mdx`;
  return { [file]: document(record, place(wordsFor(original).pasteReply)) };
}

function report(given: Given, { languages }: Surroundings): NewFiles {
  const written = (locale: Locale) => {
    const said = (name: FieldName) => given[flagIn(name, locale, languages)];
    const own = { title: said('title'), summary: said('summary'), date: given['date'] };
    return [`content/reports/${given['id']}/${locale}.mdx`, document(own, place(wordsFor(locale).writeReport))];
  };
  return Object.fromEntries(languages.map(written));
}

/** The kind of figure that suits a first value of each nature. */
const PANELS: Readonly<Record<string, string>> = { target: 'targets', plan: 'columns', actual: 'bars' };

function dataset(given: Given, { today, languages }: Surroundings): NewFiles {
  const said = (name: FieldName): Translated<string | undefined> =>
    inEach(languages, (locale) => given[flagIn(name, locale, languages)]);
  const quoted = Object.entries(said('quote')).flatMap(([locale, exact]) =>
    exact === undefined ? [] : [[locale, { exact }] as const],
  );
  const stated = { number: given['stated-number'] ?? '', unit: given['stated-unit'] ?? '' };
  const counter = given['counter'];
  const printed = parsePrintedUnit(stated.unit, counter);
  const unit = printed?.unit ?? stated.unit;
  const series = 'first';
  const content = {
    $schema: './schema/dataset.schema.json',
    id: given['id'],
    version: '1.0.0',
    title: said('title'),
    headline: said('headline'),
    measure: said('measure'),
    place: said('place'),
    span: said('span'),
    unit,
    ...(counter === undefined
      ? {}
      : { counter: inEach(languages, (locale) => given[flagIn('counter', locale, languages)] ?? counter) }),
    series: [{ id: series, label: said('label') }],
    panels: [{ kind: PANELS[given['nature'] ?? ''] ?? 'bars', series: [series] }],
    changelog: [{ version: '1.0.0', date: today, note: inEach(languages, (locale) => wordsFor(locale).firstVersion) }],
    observations: [
      {
        id: `${series}-1`,
        series,
        period: given['period'],
        kind: given['nature'],
        stated,
        value: printed === undefined ? stated.number : normaliseStated(stated.number, printed.factor),
        unit,
        quote: { reply: given['reply'], ...Object.fromEntries(quoted) },
      },
    ],
  };
  return { [`data/${given['id']}.json`]: `${JSON.stringify(content, null, 2)}\n` };
}

/** The glossary with a term appended; the rest of the file keeps its formatting, unless its list is not at the end. */
function term({ id, ...given }: Given, { glossary, languages }: Surroundings): NewFiles {
  const file = 'content/glossary.yaml';
  const entry = { id, ...inEach(languages, (locale) => given[locale]) };
  const before = glossary === '' ? 'terms:\n' : `${glossary.trimEnd()}\n`;
  const appended = before + yaml([entry]).replace(/^(?=.)/gm, '  ');
  const whole = parseDocument(appended);
  const terms: unknown = whole.errors.length === 0 ? whole.toJS()?.terms : undefined;
  if (Array.isArray(terms) && terms.at(-1)?.id === id) return { [file]: appended };
  const parsed = parseDocument(glossary);
  const list = parsed.get('terms');
  if (list instanceof YAMLSeq) {
    list.flow = false;
    list.add(parsed.createNode(entry));
  } else parsed.set('terms', parsed.createNode([entry]));
  return { [file]: parsed.toString({ lineWidth: 120 }) };
}

const SKELETONS: Readonly<Record<NewKind, (given: Given, surroundings: Surroundings) => NewFiles>> = {
  reply,
  report,
  dataset,
  term,
};

/**
 * The files of a new document. Every required key is there; text still to be written is a comment that the check
 * refuses.
 */
export function skeleton(kind: NewKind, given: Given, surroundings: Surroundings): NewFiles {
  return SKELETONS[kind](given, surroundings);
}
