import type { Bilingual } from '../errors.ts';
import { type ImportWords, importWords } from '../language/messages/importing.ts';
import { originalWords } from '../model/locale.ts';
import { DISCLOSURES } from '../model/reply.ts';
import type { Body } from './body.ts';
import { endsSentence, numberLevel } from './headings.ts';
import { isPartOfDay } from './letter/dates.ts';
import { type Letter, piecesWith } from './letter/index.ts';
import { isAnnexLabel } from './letter/marks.ts';
import { type DraftAnswer, type DraftRecord, dayOf, type ImportSite, type NamedValue } from './record.ts';
import type { Change, SourceText } from './source.ts';

/** Something that only a person can know or decide. `field` is the front matter key it is about, where it is about one. */
export interface Question {
  readonly field: string | undefined;
  readonly line: number | undefined;
  readonly words: Bilingual;
}

type Asked = ImportWords['questions'];

function question(field: string | undefined, line: number | undefined, write: (words: Asked) => string): Question {
  return { field, line, words: { zh: write(importWords.zh.questions), en: write(importWords.en.questions) } };
}

/** What a question shows of a long paragraph. */
const shown = (text: string): string => (text.length > 24 ? `…${text.slice(-24)}` : text);
const list = (ids: readonly string[]): string => ids.join(', ');
/** Values with what they are called: water（水利）. */
const named = (values: readonly NamedValue[]): string =>
  list(values.map(({ id, label }) => `${id}（${originalWords(label)}）`));

/** What the record must say and its letter does not. A number is not missed: many letters have none. */
function missing(record: DraftRecord, { pieces }: Letter, site: ImportSite): Question[] {
  const month = piecesWith(pieces, 'left-out').find(({ source }) => isPartOfDay(source));
  const answers: readonly DraftAnswer[] = [record.answers].flat();
  return [
    ...(record.title === undefined ? [question('title', undefined, (words) => words.title)] : []),
    ...(record.issuer === undefined ? [question('issuer', undefined, (words) => words.noIssuer(site.bureaus[0]))] : []),
    ...(record.date === undefined
      ? [
          question('date', month?.line, (words) =>
            month === undefined ? words.date : words.partOfDate(month.source.trim()),
          ),
        ]
      : []),
    ...(answers.some(({ kind }) => kind === undefined)
      ? [question('answers.kind', undefined, (words) => words.kind(named(site.kinds)))]
      : []),
    ...(answers.some(({ number, title }) => number === undefined && title === undefined)
      ? [question('answers', undefined, (words) => words.unnamed)]
      : []),
  ];
}

/** What was read but has to be looked at. */
function doubtful(record: DraftRecord, letter: Letter, source: SourceText, site: ImportSite): Question[] {
  const { pieces } = letter;
  const printed = [...(record.signers ?? []), ...(record.contact ?? [])];
  const issuers = [record.issuer ?? []].flat();
  const isJoint = issuers.length > 1 && issuers.some((issuer) => site.bureaus.includes(issuer));
  const strangers = isJoint ? [] : issuers.filter((issuer) => !site.bureaus.includes(issuer));
  const numbers = [...new Set(piecesWith(pieces, 'number').map(({ text }) => text))];
  // The day of sending may be another than that of writing, and says nothing against it.
  const days = [...new Set(piecesWith(pieces, 'date').flatMap(({ day, of }) => (of === 'sending' ? [] : [day])))];
  const day = dayOf(pieces);
  const answers: readonly DraftAnswer[] = [record.answers].flat();
  return [
    ...strangers.map((name) => question('issuer', undefined, (words) => words.stranger(name, site.bureaus[0]))),
    ...(numbers.length > 1 ? [question('number', undefined, (words) => words.numbers(list(numbers)))] : []),
    ...(day !== undefined && day.of !== 'letter'
      ? [question('date', undefined, (words) => words.pageDate(day.day))]
      : days.length > 1
        ? [question('date', undefined, (words) => words.dates(list(days)))]
        : []),
    ...(answers.length > 1 && answers.some(({ title }) => title === undefined)
      ? [question('answers', undefined, (words) => words.titles)]
      : []),
    ...(record.disclosure !== undefined && /^不|依申请/u.test(record.disclosure)
      ? [question('disclosure', undefined, (words) => words.closed(record.disclosure ?? '', list(DISCLOSURES)))]
      : []),
    ...printed
      .filter(({ value }) => value === '')
      .map(({ label }) => question('signers', undefined, (words) => words.blank(label))),
    ...(site.topics.length > 0 ? [question('topics', undefined, (words) => words.topics(named(site.topics)))] : []),
    ...(source.format === 'scan' || source.format === 'spaced'
      ? [question('transcription.doubts', undefined, (words) => words.doubts)]
      : []),
  ];
}

/** What the body leaves open. */
function bodyQuestions(body: Body, letter: Letter): Question[] {
  const found: Question[] = [];
  const addressee = piecesWith(letter.pieces, 'addressee');
  // A message on a page is answered without a call on its writer.
  const isMessage = piecesWith(letter.pieces, 'answered').some(({ printed }) =>
    /来信|写信|信件|留言|网友/u.test(printed.label),
  );
  if (addressee.length === 0 && !isMessage)
    found.push(question(undefined, body.blocks[0]?.line, (words) => words.addressee));
  for (const [index, block] of body.blocks.entries()) {
    const next = body.blocks[index + 1];
    if (block.kind !== 'paragraph' || next?.kind !== 'paragraph' || index < addressee.length) continue;
    const goesOn =
      block.text.length >= 12 &&
      !endsSentence(block.text) &&
      numberLevel(next.text) === undefined &&
      endsSentence(next.text);
    if (goesOn) found.push(question(undefined, block.line, (words) => words.unfinished(shown(block.text))));
  }
  const isListed = piecesWith(letter.pieces, 'enclosures').length > 0;
  for (const piece of letter.pieces) {
    const first = piece.role === 'annex' ? piece.blocks[0] : undefined;
    if (first?.kind === 'paragraph' && !isListed && !isAnnexLabel(first))
      found.push(question(undefined, first.line, (words) => words.annex(shown(first.text))));
    if (piece.role !== 'left-out' || piece.why !== 'unknown' || isPartOfDay(piece.source)) continue;
    found.push(question(undefined, piece.line, (words) => words.unknownLine(shown(piece.source))));
  }
  return found;
}

/** Everything that a person has to fill in or check: nothing where the letter says it all. */
export function askQuestions(
  record: DraftRecord,
  letter: Letter,
  body: Body,
  changes: readonly Change[],
  { source, site }: { readonly source: SourceText; readonly site: ImportSite },
): Question[] {
  const images = changes.filter(({ kind }) => kind === 'image' || kind === 'picture');
  return [
    ...missing(record, letter, site),
    ...doubtful(record, letter, source, site),
    ...bodyQuestions(body, letter),
    ...images.map(({ kind, line, text }) =>
      question(undefined, line, (words) => (kind === 'picture' ? words.picture(text) : words.image(text))),
    ),
  ];
}
