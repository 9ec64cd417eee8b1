import { parseDocument, stringify, YAMLSeq } from 'yaml';
import { makeWords } from '../../language/messages/making.ts';
import { USUAL_LANGUAGES } from '../../model/locale.ts';
import { type ReplyDraft, replyDraftSchema } from '../../model/reply.ts';
import { normaliseStated, parsePrintedUnit } from '../../model/units.ts';
import type { NewKind } from './fields.ts';
import type { Given } from './gather.ts';

/** Files to be written, by path from the root. */
export type NewFiles = Readonly<Record<string, string>>;

/** What a skeleton is made with besides its answers. */
export interface Surroundings {
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

/** Stands where text is still to be written: a comment, which `dafu check` refuses to publish. */
const place = (words: string): string => `{/* ${words} */}`;

const document = (frontMatter: unknown, body: string): string => `---\n${yaml(frontMatter)}---\n\n${body}\n`;

function reply(given: Given, { issuer, folderOf }: Surroundings): NewFiles {
  const record = {
    number: given.number,
    title: given.title,
    issuer: given.issuer ?? issuer,
    date: given.date,
    disclosure: given.disclosure,
    answers: {
      kind: given.answered,
      body: given.body,
      session: given.session,
      meeting: given.meeting,
      number: given.suggestion,
      title: given['suggestion-title'],
      proposers: given.proposer === undefined ? undefined : [given.proposer],
    },
  };
  const file = `${folderOf(replyDraftSchema(USUAL_LANGUAGES).parse(record))}/zh.mdx`;
  return { [file]: document(record, place(makeWords.zh.pasteReply)) };
}

function report(given: Given): NewFiles {
  const folder = `content/reports/${given.id}`;
  return {
    [`${folder}/zh.mdx`]: document(
      { title: given.title, summary: given.summary, date: given.date },
      place(makeWords.zh.writeReport),
    ),
    [`${folder}/en.mdx`]: document(
      { title: given['title-en'], summary: given['summary-en'], date: given.date },
      place(makeWords.en.writeReport),
    ),
  };
}

/** The kind of figure that suits a first value of each nature. */
const PANELS: Readonly<Record<string, string>> = { target: 'targets', plan: 'columns', actual: 'bars' };

function dataset(given: Given, { today }: Surroundings): NewFiles {
  const both = (zh: string | undefined, en: string | undefined) => ({ zh, en });
  const stated = { number: given['stated-number'] ?? '', unit: given['stated-unit'] ?? '' };
  const printed = parsePrintedUnit(stated.unit, given.counter);
  const unit = printed?.unit ?? stated.unit;
  const series = 'first';
  const content = {
    $schema: './schema/dataset.schema.json',
    id: given.id,
    version: '1.0.0',
    title: both(given.title, given['title-en']),
    headline: both(given.headline, given['headline-en']),
    measure: both(given.measure, given['measure-en']),
    place: both(given.place, given['place-en']),
    span: both(given.span, given['span-en']),
    unit,
    ...(given.counter === undefined ? {} : { counter: both(given.counter, given['counter-en'] ?? given.counter) }),
    series: [{ id: series, label: both(given.label, given['label-en']) }],
    panels: [{ kind: PANELS[given.nature ?? ''] ?? 'bars', series: [series] }],
    changelog: [{ version: '1.0.0', date: today, note: both(makeWords.zh.firstVersion, makeWords.en.firstVersion) }],
    observations: [
      {
        id: `${series}-1`,
        series,
        period: given.period,
        kind: given.nature,
        stated,
        value: printed === undefined ? stated.number : normaliseStated(stated.number, printed.factor),
        unit,
        quote: { reply: given.reply, zh: { exact: given.quote }, en: { exact: given['quote-en'] } },
      },
    ],
  };
  return { [`data/${given.id}.json`]: `${JSON.stringify(content, null, 2)}\n` };
}

/** The glossary with a term at its end; the rest of the file stays as it is written, unless its list is not at the end. */
function term({ id, zh, en }: Given, { glossary }: Surroundings): NewFiles {
  const file = 'content/glossary.yaml';
  const entry = { id, zh, en };
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

/** The files of something new. Every key that its schema needs is there; text still to be written stands as a comment that is refused. */
export function skeleton(kind: NewKind, given: Given, surroundings: Surroundings): NewFiles {
  return SKELETONS[kind](given, surroundings);
}
