import type { Bilingual } from '../errors.ts';
import { importWords } from '../language/messages/importing.ts';
import { originalWords } from '../model/locale.ts';
import { parsePrintedDay } from './letter/dates.ts';
import type { Answered, DayOf, Extent, Letter, Piece } from './letter/index.ts';
import { piecesWith } from './letter/index.ts';
import { OTHER_KINDS } from './letter/kinds.ts';
import type { PrintedLine } from './letter/labels.ts';
import { parseExtent } from './letter/marks.ts';
import { bodiesIn } from './letter/titles.ts';
import type { Change, SourceFormat, SourceText } from './source.ts';

/** A value that site.yaml gives a record, and what it is called: a kind of document that the site's bureaus answer, a topic. */
export interface NamedValue {
  readonly id: string;
  readonly label: Bilingual;
}

/** What an import has to know of the site. */
export interface ImportSite {
  /** The names of its bureaus, of whatever time; the first is the site's own. */
  readonly bureaus: readonly [string, ...string[]];
  readonly kinds: readonly NamedValue[];
  readonly topics: readonly NamedValue[];
}

/** What a draft says of a document answered; what its letter does not say is left out. */
export interface DraftAnswer {
  readonly kind?: string | undefined;
  readonly body?: string | undefined;
  readonly session?: string | undefined;
  readonly meeting?: string | undefined;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly proposers?: readonly string[] | undefined;
}

/** The front matter of an imported reply: what its text states. What it does not state is left out. */
export interface DraftRecord {
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly issuer?: string | readonly string[] | undefined;
  readonly masthead?: string | undefined;
  readonly date?: string | undefined;
  readonly disclosure?: string | undefined;
  readonly extent?: '全文' | '摘要' | '部分' | undefined;
  readonly answers: DraftAnswer | readonly DraftAnswer[];
  readonly handling?:
    | {
        readonly lead?: string | readonly string[] | undefined;
        readonly assisting?: readonly string[] | undefined;
        readonly received?: string | undefined;
        readonly met?: boolean | undefined;
        readonly opinion?: string | undefined;
      }
    | undefined;
  /** Never in a letter: what a person chose in its row of a register. */
  readonly topics?: readonly string[] | undefined;
  readonly signers?: readonly PrintedLine[] | undefined;
  readonly contact?: readonly PrintedLine[] | undefined;
  readonly outcome?: string | undefined;
  readonly indexNumber?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly sourceDate?: string | undefined;
  readonly attachments?: readonly { readonly file: string; readonly title: Bilingual }[] | undefined;
  readonly transcription: {
    readonly source: Bilingual;
    readonly normalised: readonly Bilingual[];
    readonly doubts?: readonly { readonly text: string; readonly note: Bilingual }[] | undefined;
  };
}

const EXTENT = { whole: '全文', summary: '摘要', part: '部分' } as const;

const both = (write: (words: (typeof importWords)['zh']) => string): Bilingual => ({
  zh: write(importWords.zh),
  en: write(importWords.en),
});

/** What the transcription note says was done to the text. Marks, byte order marks and page numbers are the file's, not the text's. */
function normalisations(
  changes: readonly Change[],
  moved: boolean,
  numbered: boolean,
  format: SourceFormat,
): Bilingual[] {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  const notes: Bilingual[] = [];
  const note = (write: (words: (typeof importWords)['zh']['normalised']) => string) =>
    notes.push(both(({ normalised }) => write(normalised)));
  for (const kind of ['joined-page', 'joined-line'] as const) {
    const joined = of(kind);
    if (joined.length > 0)
      note((words) => words[kind](joined.map(({ text }) => words.place(text)).join(words.separator)));
  }
  if (of('space').length > 0) note((words) => (format === 'scan' ? words.scanSpace : words.space)(of('space').length));
  if (of('raised').length > 0)
    note((words) =>
      words.raised(
        of('raised')
          .map(({ text }) => words.place(text))
          .join(words.separator),
      ),
    );
  if (of('symbol').length > 0) note((words) => words.symbol);
  if (of('merged-cells').length > 0) note((words) => words.mergedCells);
  if (of('table-caption').length > 0) note((words) => words.tableCaption);
  if (of('table-from-tabs').length > 0) note((words) => words.tabTable);
  if (of('text-box').length > 0) note((words) => words.textBox);
  if (format === 'pdf') note((words) => words.layout);
  if (of('heading').length > 0) note((words) => words.heading);
  if (of('numbering').length > 0) note((words) => words.numbering);
  if (moved) note((words) => words.moved(numbered));
  return notes;
}

const orNone = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined);
const oneOrList = <Item>(items: readonly Item[]): Item | readonly Item[] | undefined =>
  items.length > 1 ? items : items[0];

/** Who issued a letter: those who signed; else the name that its masthead, its title or its form gives; nobody where it names none. */
function issuersOf({ pieces }: Letter, bureaus: readonly string[]): string[] {
  const named = piecesWith(pieces, 'issuers');
  const signed = named.filter((piece) => piece.signed).flatMap(({ names }) => names);
  if (signed.length > 0) return [...new Set(signed)];
  const masthead = named.flatMap(({ names }) => names);
  if (masthead.length > 0) return [...new Set(masthead)];
  const title = piecesWith(pieces, 'title').at(-1)?.source ?? '';
  const before = /^([\s\S]{3,80}?)(?:关于|對|对|關於)/u.exec(title)?.[1];
  if (before !== undefined) {
    const bodies = bodiesIn(before);
    return bodies.length > 0 ? bodies : [before.replace(/\s+/gu, '')];
  }
  const printed = piecesWith(pieces, 'masthead').at(-1)?.text;
  return bureaus.filter((bureau) => printed?.startsWith(bureau) === true).slice(0, 1);
}

/** The id that site.yaml gives a kind of document, by its id or its words; `undefined` where it has others only. */
function kindId(word: string | undefined, kinds: readonly NamedValue[]): string | undefined {
  if (word === undefined) return undefined;
  const other = OTHER_KINDS.find(([own]) => own === word)?.[1];
  if (other !== undefined) return kinds.find(({ label }) => other.test(originalWords(label)))?.id;
  const usual = word === '提案' ? 'proposal' : word === '建议' ? 'suggestion' : 'motion';
  if (kinds.length === 0) return usual;
  return (kinds.find(({ id }) => id === usual) ?? kinds.find(({ label }) => originalWords(label).includes(word)))?.id;
}

function answersOf({ answered, proposers }: Letter, kinds: readonly NamedValue[]): DraftRecord['answers'] {
  const drafts = answered.map(
    ({ kind, body, session, meeting, number, title, proposers: own }: Answered): DraftAnswer => ({
      kind: kindId(kind, kinds),
      body,
      session,
      meeting,
      number,
      title,
      proposers: orNone(own ?? proposers),
    }),
  );
  return oneOrList(drafts) ?? {};
}

/** What lines of handling say, as far as the record has a place for it. */
function handlingOf(pieces: readonly Piece[]): DraftRecord['handling'] {
  const printed = piecesWith(pieces, 'handling').map((piece) => piece.printed);
  const lead = printed.find(({ label }) => label.startsWith('主办'))?.value;
  const assisting = printed
    .filter(({ label }) => /^(?:会办|协办)/u.test(label))
    .flatMap(({ value }) => value.split(/[、，,]/u))
    .filter((name) => name !== '');
  const opinion = printed.flatMap(({ value }) => /^(?:满意|基本满意|不满意)$/u.exec(value)?.[0] ?? [])[0];
  if (lead === undefined && assisting.length === 0 && opinion === undefined) return undefined;
  return { lead: lead === '' ? undefined : lead, assisting: orNone(assisting), opinion };
}

/** The day of a letter: what is under it; else what its page calls the day of writing. */
export function dayOf(pieces: readonly Piece[]): { readonly day: string; readonly of: DayOf } | undefined {
  const days = piecesWith(pieces, 'date');
  const of = (wanted: DayOf) => days.findLast((piece) => piece.of === wanted);
  return of('letter') ?? of('page') ?? of('sending');
}

/** The number of a letter: what it prints itself; else what its page says of it. */
export function numberOf(pieces: readonly Piece[]): string | undefined {
  const numbers = piecesWith(pieces, 'number');
  return (numbers.findLast(({ isSure }) => isSure) ?? numbers.at(-1))?.text;
}

/** The day on which a page says above the letter that it was published. */
function bylineDay(pieces: readonly Piece[]): string | undefined {
  for (const piece of piecesWith(pieces, 'left-out')) {
    const day = piece.isHead
      ? /\d{4}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日|\/\d{1,2}\/\d{1,2}|\.\d{1,2}\.\d{1,2})/u.exec(piece.source)?.[0]
      : undefined;
    const read = day === undefined ? undefined : parsePrintedDay(day);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** The record that a letter gives. `changes` are all that were made to its text; `attachments` are files that came in it. */
export function draftRecord(
  letter: Letter,
  source: SourceText,
  changes: readonly Change[],
  {
    site,
    number,
    attachments,
  }: {
    readonly site: ImportSite;
    readonly number: string | undefined;
    readonly attachments: DraftRecord['attachments'];
  },
): DraftRecord {
  const { pieces } = letter;
  const last = <Role extends Piece['role']>(role: Role) => piecesWith(pieces, role).at(-1);
  const issuers = issuersOf(letter, site.bureaus);
  const disclosures = piecesWith(pieces, 'disclosure');
  const disclosure = disclosures.findLast(({ text }) => !/^(?:全文|摘要|部分)/u.test(text)) ?? disclosures.at(-1);
  const note = /[(（][^()（）]{2,8}[)）]$/u.exec(last('title')?.text ?? '')?.[0] ?? '';
  const extent: Extent | undefined =
    disclosures.find((piece) => piece.extent !== undefined)?.extent ?? last('extent')?.extent ?? parseExtent(note);
  const printed = (role: 'signers' | 'contact') => orNone(piecesWith(pieces, role).map((piece) => piece.printed));
  const moved = pieces.some(
    ({ role }) => !['addressee', 'body', 'left-out', 'annex', 'copies', 'enclosures'].includes(role),
  );
  const page = source.page ?? {};
  return {
    number,
    title: last('title')?.text,
    issuer: oneOrList(issuers),
    masthead: orNone(piecesWith(pieces, 'masthead').map(({ text }) => text))?.join(' '),
    date: dayOf(pieces)?.day,
    disclosure: disclosure?.text,
    extent: extent === undefined ? undefined : EXTENT[extent],
    answers: answersOf(letter, site.kinds),
    handling: handlingOf(pieces),
    signers: printed('signers'),
    contact: printed('contact'),
    outcome: last('outcome')?.outcome,
    indexNumber: last('index-number')?.text,
    sourceUrl: page.url,
    sourceDate: page.url === undefined ? undefined : (page.published ?? bylineDay(pieces)),
    attachments,
    transcription: {
      source: both((words) => words.source(words.format[source.format])),
      normalised: normalisations(changes, moved, number !== undefined, source.format),
      doubts:
        number === undefined || number.includes('〔')
          ? undefined
          : [{ text: number, note: both((words) => words.bracketDoubt(number)) }],
    },
  };
}
