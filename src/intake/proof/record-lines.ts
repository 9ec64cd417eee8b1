import type { ProofWords } from '../../language/messages/proofing.ts';
import { GIVEN, type GivenKey } from '../../language/reply-fields.ts';
import { type Locale, type Translated, wordsIn } from '../../model/locale.ts';
import type { ReplyDraft } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';
import type { RecordLine } from './sheet.ts';

/** The names that a record gives, without what they are called by. */
export function recordNames({ issuer, answers: all, signers = [], contact = [] }: ReplyDraft): string[] {
  const answers: readonly NonNullable<ReplyDraft['answers']>[number][] = all ?? [];
  const proposers = answers.flatMap(({ proposers: own = [] }) =>
    own.map((name) => (name.split('等')[0] ?? '').replace(/(?:代表|委员)$/u, '')),
  );
  const printed = [...signers, ...contact].flatMap(({ value }) => value.split(/[，、,；;\s]+/u));
  const bodies = answers.flatMap(({ body }) => body ?? []);
  return [...new Set([...(issuer ?? []), ...proposers, ...printed, ...bodies])].filter((name) =>
    /\p{L}{2}/u.test(name),
  );
}

const PLAIN = [
  'number',
  'title',
  'masthead',
  'date',
  'disclosure',
  'extent',
  'outcome',
  'indexNumber',
  'published',
  'publishAt',
  'sourceUrl',
  'sourceDate',
] as const;

/** Fields of the record that have no line of their own below. */
const OTHERS = (Object.keys(GIVEN) as GivenKey[]).filter(
  (key): key is Exclude<GivenKey, 'handling'> => key !== 'handling' && !PLAIN.some((own) => own === key),
);

const wordsOf = (value: unknown, locale: Locale): string =>
  typeof value === 'object' && value !== null ? wordsIn(value as Translated, locale) : String(value);

/** The fields of a record whose original is in a language, in the order of a letter. */
export function recordLines(
  record: ReplyDraft,
  words: ProofWords,
  { topics }: Pick<Site, 'topics'>,
  language: Locale,
): RecordLine[] {
  const { fields } = words;
  const { signers = [], contact = [], attachments = [], handling } = record;
  const answers: readonly NonNullable<ReplyDraft['answers']>[number][] = record.answers ?? [];
  const plain = [
    ...PLAIN.flatMap((key) => (record[key] === undefined ? [] : [{ label: fields[key], value: record[key] }])),
    ...OTHERS.flatMap((key) =>
      [record[key] ?? []].flat().map((value) => ({ label: fields[key], value: wordsOf(value, language) })),
    ),
  ];
  const answered = answers.flatMap((own, index) =>
    (['body', 'session', 'meeting', 'number', 'title', 'proposers'] as const).flatMap((key): RecordLine[] => {
      const value = own[key];
      const label = `${words.answers(index + 1, answers.length)}：${words.answered[key]}`;
      return [value ?? []].flat().map((each) => ({ label, value: each }));
    }),
  );
  const cleared = answers.flatMap(({ text }) =>
    text === undefined ? [] : [{ label: words.answered.text, value: text.cleared }],
  );
  return [
    ...plain,
    ...(record.issuer ?? []).map((value) => ({ label: fields.issuer, value })),
    ...answered,
    ...cleared,
    ...(handling === undefined ? [] : [{ label: fields.handling, value: handlingLine(handling) }]),
    ...[...signers, ...contact].map(({ label, value }) => ({ label, value })),
    ...attachments.map(({ title, file }, index) => ({
      label: words.attachment(index + 1),
      value: `${wordsIn(title, language)}（${file}）`,
    })),
    ...(record.topics ?? []).map((id) => ({
      label: fields.topics,
      value: topics.find((topic) => topic.id === id)?.label[language] ?? id,
    })),
  ];
}

const handlingLine = (handling: NonNullable<ReplyDraft['handling']>): string =>
  Object.entries(handling)
    .map(([key, value]) => `${key}: ${[value].flat().join('、')}`)
    .join('；');
