import { type Quantity, readQuantities } from '../../language/quantities/index.ts';
import type { Commitment } from '../../model/commitment.ts';
import type { Dataset, Observation } from '../../model/dataset.ts';
import { GOVERNING_LOCALE, LOCALES, type Locale } from '../../model/locale.ts';
import type { PublishedText } from '../../model/published.ts';
import type { DocumentFacts } from '../file-report.ts';
import { nounsAfter, type Statement } from './claims.ts';
import type { DatasetSource } from './source.ts';

/** What figures can rest on. */
interface Stating {
  readonly documents: readonly { readonly path: string; readonly facts: DocumentFacts }[];
  readonly datasets: readonly DatasetSource[];
  /** Former texts of replies by their id, and former versions of datasets by theirs. */
  readonly published: {
    readonly texts: ReadonlyMap<string, readonly PublishedText[]>;
    readonly datasets: ReadonlyMap<string, readonly unknown[]>;
  };
}

/** Stands among statements for words that could not be read: what they lack means nothing. */
const UNREAD: Statement = { quantity: { kind: 'code', value: '', start: 0, end: 0, text: '', firm: false }, where: '' };

/** Whether nothing of what is stated could be lost: only then does it matter that something is not stated. */
export const isComplete = (statements: readonly Statement[]): boolean => !statements.includes(UNREAD);

/** What there is to rest a figure on, by dataset and reply, and all together. */
export type Sources = ReturnType<typeof sourcesOf>;

/** What datasets and replies state, read once when it is asked for. */
export function sourcesOf({ documents, datasets, published }: Stating) {
  const known = new Map<string, readonly Statement[]>();
  const once = (key: string, read: () => Statement[]): readonly Statement[] => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = read();
    known.set(key, now);
    return now;
  };
  const replies = Map.groupBy(
    documents.filter(({ facts }) => facts.collection === 'replies'),
    ({ facts }) => facts.id,
  );
  const reply = (id: string) =>
    once(`reply ${id}`, () => {
      const texts = replies.get(id) ?? [];
      const { locale } = texts.find(({ facts }) => facts.frontMatter?.kind === 'record')?.facts ?? {
        locale: GOVERNING_LOCALE,
      };
      const isLost = texts.length === 0 || texts.some(({ facts }) => facts.unread || facts.frontMatter?.whole !== true);
      return [
        ...(isLost ? [UNREAD] : []),
        ...texts.flatMap(wordsOfReply),
        ...(published.texts.get(id) ?? []).flatMap(({ blocks, recorded }) =>
          blocks.flatMap(({ text }) => read(text, locale, `data/published/replies/${id}.json ${recorded}`)),
        ),
      ];
    });
  const dataset = (id: string) =>
    once(`dataset ${id}`, () => [
      ...(datasets.some((own) => own.id === id && own.read.whole) ? [] : [UNREAD]),
      ...datasets.filter((own) => own.id === id).flatMap(({ read: { value } }) => observed(value, id, reply)),
      ...(published.datasets.get(id) ?? []).flatMap((former) => observed(former as Partial<Dataset>, id, reply)),
    ]);
  /** When what a dataset holds was so: the times of its observations, and of the replies where one of them has no beginning. */
  const times = (id: string) =>
    once(`times ${id}`, () => {
      const own = datasets.find((dataset) => dataset.id === id);
      const observations = own?.read.value.observations ?? [];
      const isOpen = own?.read.whole !== true || observations.some(({ period }) => period.includes('..'));
      if (isOpen) return [...dataset(id)];
      const quotedReplies = [...new Set(observations.flatMap(({ quote }) => quote?.reply ?? []))];
      const dates = quotedReplies
        .flatMap((reply) => replies.get(reply) ?? [])
        .flatMap(({ path, facts: { frontMatter } }) =>
          frontMatter?.kind === 'record' ? read(frontMatter.value.date ?? '', 'zh', path) : [],
        );
      return [...periodsOf(observations, id), ...dates];
    });
  const everything = () =>
    once('everything', () => [...datasets.flatMap(({ id }) => dataset(id)), ...[...replies.keys()].flatMap(reply)]);
  return { reply, dataset, times, everything };
}

/** The quantities of a text as statements. */
export const read = (text: string, locale: Locale, where: string): Statement[] =>
  (readQuantities(text, locale) ?? []).map((quantity) => ({
    quantity,
    where: `${where} “${quantity.text}”`,
    nouns: nounsAfter(text, quantity, locale),
    text,
    locale,
  }));

function wordsOfReply({ path, facts }: Stating['documents'][number]): Statement[] {
  const { locale, frontMatter } = facts;
  const head =
    frontMatter?.kind === 'record' || frontMatter?.kind === 'translation'
      ? [
          frontMatter.value.title,
          ...(frontMatter.value.answers ?? []).flatMap(({ title, session, meeting, number }) => [
            title,
            session,
            meeting,
            number,
          ]),
        ]
      : [];
  const days =
    frontMatter?.kind === 'record'
      ? [frontMatter.value.date, frontMatter.value.published, frontMatter.value.sourceDate]
      : [];
  const question =
    frontMatter?.kind === 'record' ? (frontMatter.value.answers ?? []).map(({ text }) => text?.words) : [];
  return [
    ...[...head, ...question, ...days].flatMap((text) => (text === undefined ? [] : read(text, locale, path))),
    ...facts.blocks.flatMap(({ id, text }) => read(text, locale, `${path} #${id}`)),
  ];
}

function observed(
  { observations = [] }: Partial<Dataset>,
  id: string,
  reply: (id: string) => readonly Statement[],
): Statement[] {
  const own = observations.map((observation) => ({
    quantity: quantityOf(observation),
    where: `data/${id}.json “${observation.id}”`,
    ...(observation.kind === 'derived' ? ({ isOwn: true } as const) : {}),
  }));
  return [
    ...own,
    ...years(observations, id),
    ...periodsOf(observations, id),
    ...[...new Set(observations.flatMap(({ quote }) => quote?.reply ?? []))].flatMap(reply),
  ];
}

/** The times of observations. */
const periodsOf = (observations: readonly Observation[], id: string): Statement[] =>
  observations.flatMap(({ period }) =>
    read(period.replaceAll('/', ' '), 'zh', `data/${id}.json`).map(({ quantity, where }) => ({ quantity, where })),
  );

/** How many years observations are of, and how many lie between the first and the last: 四年中最多, 两年提高. */
function years(observations: readonly Observation[], id: string): Statement[] {
  const own = [...new Set(observations.flatMap(({ period }) => period.match(/\b(?:19|20)\d\d(?!\d)/g) ?? []))].sort();
  const between = Number(own.at(-1) ?? 0) - Number(own[0] ?? 0);
  return [...new Set([own.length, between, between + 1])]
    .filter((number) => number > 0)
    .map((number) => ({
      quantity: { kind: 'months', value: String(number * 12), start: 0, end: 0, text: `${number}`, firm: true },
      where: `data/${id}.json`,
      isOwn: true,
    }));
}

/** An observation's value as words would state it. */
export function quantityOf({ value, unit }: Observation): Quantity {
  const negative = value.startsWith('-') ? ({ negative: true } as const) : {};
  return { kind: unit, value: value.replace('-', ''), ...negative, start: 0, end: 0, text: value, firm: true };
}

/** What the words state that progress is told by. */
export const quoted = (quote: Commitment['progress'][number]['quote']): Statement[] =>
  LOCALES.flatMap((locale) => (quote[locale] === undefined ? [] : read(quote[locale].exact, locale, 'quote')));
