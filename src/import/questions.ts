import type { Bilingual } from '../errors.ts';
import { type ImportWords, importWords } from '../i18n/importing.ts';
import type { Body } from './body.ts';
import { endsSentence } from './headings.ts';
import type { Letter } from './letter.ts';
import type { DraftRecord } from './record.ts';
import type { Change, SourceForm } from './source.ts';

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

const REQUIRED = ['title', 'date', 'disclosure'] as const;
const REQUIRED_ANSWERS = ['kind', 'body', 'number', 'title', 'proposers'] as const;

/** What the record lacks or took from elsewhere. */
function recordQuestions(record: DraftRecord, letter: Letter, topics: readonly string[]): Question[] {
  const missing = [
    ...REQUIRED.filter((field) => record[field] === undefined),
    ...REQUIRED_ANSWERS.filter((field) => record.answers[field] === undefined).map((field) => `answers.${field}`),
  ];
  const printed = [...(record.signers ?? []), ...(record.contact ?? [])];
  const isNamed = [...letter.head, ...letter.foot].some(({ role }) => role === 'issuer');
  return [
    ...missing.map((field) => question(field, undefined, (words) => words.missing(field))),
    ...(isNamed ? [] : [question('issuer', undefined, (words) => words.issuer(record.issuer))]),
    ...printed
      .filter(({ value }) => value === '')
      .map(({ label }) => question('signers', undefined, (words) => words.blank(label))),
    ...printed
      .filter(({ value }) => /\p{Script=Han}\s+\p{Script=Han}/u.test(value))
      .map(({ label, value }) => question('signers', undefined, (words) => words.spacedNames(`${label}：${value}`))),
    ...(topics.length > 0 ? [question('topics', undefined, (words) => words.topics(topics.join(', ')))] : []),
    question('transcription.source', undefined, (words) => words.source),
    question('transcription.doubts', undefined, (words) => words.doubts),
    question(undefined, undefined, (words) => words.optional),
  ];
}

/** What the body leaves open. */
function bodyQuestions(body: Body, letter: Letter, form: SourceForm): Question[] {
  const [first] = body.blocks;
  const found: Question[] = [];
  if (first?.kind !== 'paragraph' || !/[：:]$/u.test(first.text))
    found.push(question(undefined, first?.line, (words) => words.addressee));
  for (const block of body.blocks) {
    if (block.kind === 'heading' && !block.numbered) {
      found.push(question(undefined, block.line, (words) => words.heading(block.text)));
    }
    if (block.kind === 'paragraph' && !endsSentence(block.text)) {
      const isNearFoot = form === 'scan' && block === body.blocks.at(-1);
      found.push(
        question(undefined, block.line, (words) =>
          isNearFoot ? words.footLine(shown(block.text)) : words.unfinished(shown(block.text)),
        ),
      );
    }
  }
  for (const part of letter.head) {
    if (part.role === 'body') found.push(question(undefined, part.line, (words) => words.headLine(shown(part.source))));
  }
  return found;
}

/** Everything that a person has to fill in or check. */
export function askQuestions(
  record: DraftRecord,
  letter: Letter,
  body: Body,
  changes: readonly Change[],
  { form, topics }: { readonly form: SourceForm; readonly topics: readonly string[] },
): Question[] {
  const images = changes.filter(({ kind }) => kind === 'image');
  return [
    ...recordQuestions(record, letter, topics),
    ...bodyQuestions(body, letter, form),
    ...images.map(({ line, text }) => question(undefined, line, (words) => words.image(text))),
  ];
}
