import type { Bilingual } from '../errors.ts';
import { importWords } from '../i18n/importing.ts';
import { type FoundAnswers, findAnswers } from './answers.ts';
import type { Letter } from './letter.ts';
import type { Part, PrintedLine } from './parts.ts';
import type { Change, SourceText } from './source.ts';

/** The front matter of an imported reply: what its text states. What it does not state is left out. */
export interface DraftRecord {
  readonly number: string;
  readonly title?: string | undefined;
  readonly issuer: string;
  readonly date?: string | undefined;
  readonly disclosure?: string | undefined;
  readonly answers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly signers?: readonly PrintedLine[] | undefined;
  readonly contact?: readonly PrintedLine[] | undefined;
  readonly outcome?: string | undefined;
  readonly transcription: {
    readonly source: Bilingual;
    readonly normalised: readonly Bilingual[];
    readonly doubts?: readonly { readonly text: string; readonly note: Bilingual }[] | undefined;
  };
}

const both = (write: (words: (typeof importWords)['zh']) => string): Bilingual => ({
  zh: write(importWords.zh),
  en: write(importWords.en),
});

/** What the transcription note says was done to the text. Marks, byte order marks and page numbers are the file's, not the text's. */
function normalisations(changes: readonly Change[], moved: boolean): Bilingual[] {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  const notes: Bilingual[] = [];
  const joined = of('joined');
  if (joined.length > 0) {
    notes.push(
      both(({ normalised }) =>
        normalised.joined(joined.map(({ text }) => normalised.place(text)).join(normalised.separator)),
      ),
    );
  }
  if (of('space').length > 0) notes.push(both(({ normalised }) => normalised.space(of('space').length)));
  if (of('heading').length > 0) notes.push(both(({ normalised }) => normalised.heading));
  if (of('numbering').length > 0) notes.push(both(({ normalised }) => normalised.numbering));
  if (moved) notes.push(both(({ normalised }) => normalised.moved));
  return notes;
}

/** The last part of a role: where a letter states something twice, its foot governs. */
function last<Role extends Part['role']>(
  parts: readonly Part[],
  role: Role,
): Extract<Part, { role: Role }> | undefined {
  return parts.findLast((part): part is Extract<Part, { role: Role }> => part.role === role);
}

const lines = (parts: readonly Part[], role: 'signers' | 'contact'): PrintedLine[] =>
  parts.flatMap((part) => (part.role === role ? [part.printed] : []));

const orNone = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined);

/** What a draft says it answers; keys in the order of the schema, without what was not found. */
function answersOf({ kind, body, session, meeting, number, title, proposers }: FoundAnswers): DraftRecord['answers'] {
  return { kind, body, session, meeting, number, title, proposers: orNone(proposers) };
}

/** The record that a letter's parts give. `changes` are all that were made to the text. */
export function draftRecord(
  letter: Letter,
  body: readonly string[],
  source: SourceText,
  changes: readonly Change[],
  given: { readonly issuer: string; readonly number: string },
): DraftRecord {
  const parts = [...letter.head, ...letter.foot];
  const number = last(parts, 'number')?.text ?? given.number;
  const title = last(parts, 'title')?.text;
  const [addressee = '', ...rest] = body;
  const moved = parts.some(({ role }) => role !== 'body');
  return {
    number,
    title,
    issuer: given.issuer,
    date: last(parts, 'date')?.day,
    disclosure: last(parts, 'disclosure')?.disclosure,
    answers: answersOf(findAnswers(title ?? '', addressee, rest.slice(0, 2))),
    signers: orNone(lines(parts, 'signers')),
    contact: orNone(lines(parts, 'contact')),
    outcome: last(parts, 'outcome')?.outcome,
    transcription: {
      source: both((words) => words.source(words.format[source.format])),
      normalised: normalisations(changes, moved),
      doubts: number.includes('〔') ? undefined : [{ text: number, note: both((words) => words.bracketDoubt(number)) }],
    },
  };
}
