import type { FindingLanguage } from '../errors.ts';
import { type Locale, languageOf, lettersOf, type Translated, translated, wordsIn } from '../model/locale.ts';
import type { Handling, ReplyRecord, StatedFields } from '../model/reply.ts';
import { type AnsweredDocument, signedBy } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import type { WorkingDays } from '../model/working-days.ts';
import { formatDay } from './days.ts';
import { publication } from './messages/exchange.ts';
import { replyWords } from './messages/reply.ts';

/** The settings of a site that name bodies and topics and set the limit of publication. */
type FieldsSite = Pick<Site, 'issuer' | 'bureaus' | 'languages'> & Partial<Pick<Site, 'topics' | 'publicationLimit'>>;

/** What a record states, in words. */
export interface Fact {
  /** The key of its field. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** The page that it names, where it is one. */
  readonly href?: string | undefined;
  /** Whether the words are in the language of the letter although the facts are given in another. */
  readonly foreign: boolean;
}

/** A record as the JSON interface has it, which is what the fields are told of. */
interface StatedRecord extends StatedFields {
  /** That of the original. */
  readonly language: Locale;
  readonly title: Translated;
  readonly date: string;
  readonly issuers: readonly string[];
  readonly topics: readonly string[];
  readonly answeredDocuments: readonly Translated<Omit<AnsweredDocument, 'points' | 'text'>>[];
  /** How long its publication took. */
  readonly waited?: WorkingDays | undefined;
}

/** How a field is told: in a language, of a site. */
interface Telling {
  readonly locale: Locale;
  readonly site: FieldsSite;
  readonly words: Words;
  /** The language that the reply itself is in there: that of the original where it is not translated. */
  readonly own: Locale;
}

type Words = (typeof replyWords)['zh'];
type Label = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/** What is told under a label; without words the record does not state it. */
interface Told {
  readonly label: Label;
  readonly text: string | undefined;
  readonly href?: string | undefined;
}

/** A key of front matter, or of `handling` in it. */
type FieldKey = keyof ReplyRecord | `handling.${keyof Handling}`;

/** A column of the register of imported letters: its width in characters, whether a cell has a list, and the values that it may have, where they are few. */
interface RegisterColumn {
  readonly width: number;
  readonly list?: true;
  readonly values?: readonly string[];
}

/**
 * One field of a reply's record. Its schema is in `src/model/reply.ts`; everything else about it is here, for the page,
 * the texts, the JSON interface, the documentation, the search, the lists and the register of imported letters.
 */
interface FieldDescriptor {
  /** What it is called, by the name of the words in `replyWords`. */
  readonly label: Label;
  /** Where the JSON interface has it, a key of `/api/v1/replies/<id>.json`, where it is in another form there. */
  readonly json?: string;
  /** Or else what the description of the interface says of it: it is given as the record has it. */
  readonly given?: string;
  /** Whether its words are found by the search, at the record on the reply's page. */
  readonly searched?: true;
  /** Whether lists of replies have a column of it when they are taken away (CSV). */
  readonly listed?: true;
  /** Whether the register of imported letters has a column of it, in which it is corrected. */
  readonly register?: RegisterColumn;
  /** Its words, where they are not simply those of the record; or what is told under labels of its own, such as several documents answered. */
  readonly tell?: (reply: StatedRecord, telling: Telling) => string | undefined | readonly Told[];
}

/** The fields in the order of a disclosure box, then what is known of the matter. */
const FIELDS = {
  indexNumber: {
    label: 'indexNumber',
    given: 'As printed or registered.',
    searched: true,
    listed: true,
    register: { width: 22 },
  },
  topics: { label: 'topics', json: 'topics', tell: topicLabels },
  issuer: { label: 'issuer', json: 'issuers', searched: true, tell: ({ issuers }, telling) => names(issuers, telling) },
  masthead: {
    label: 'masthead',
    given: 'The head of the letter as printed, where it is not the issuer’s name.',
    searched: true,
    register: { width: 24 },
  },
  date: { label: 'date', json: 'date', tell: ({ date }, { locale }) => formatDay(date, locale) },
  title: { label: 'title', json: 'title', tell: ({ title }, { own }) => wordsIn(title, own) },
  number: { label: 'number', json: 'number' },
  sourceUrl: { label: 'firstPublished', given: 'Where the letter was first published.', tell: firstPublished },
  published: { label: 'published', json: 'published', tell: publishedHere },
  disclosure: {
    label: 'disclosure',
    given: 'As printed.',
    tell: ({ disclosure }, { words }) => disclosure && words.disclosed(disclosure),
  },
  extent: {
    label: 'extent',
    given: 'Whether the whole letter is published here, a summary or a part.',
    searched: true,
    tell: ({ extent }, { words }) => extent && words.extents[extent],
  },
  answers: { label: 'answers', json: 'answeredDocuments', searched: true, tell: answered },
  'handling.lead': {
    label: 'lead',
    given: 'How the matter was handled, where the letter or its form states it.',
    searched: true,
    listed: true,
    tell: ({ handling }, telling) => names(handling?.lead, telling),
  },
  'handling.assisting': {
    label: 'assisting',
    json: 'handling',
    searched: true,
    listed: true,
    tell: ({ handling }, telling) => names(handling?.assisting, telling),
  },
  'handling.received': {
    label: 'received',
    json: 'handling',
    searched: true,
    tell: ({ handling }, { locale }) => handling?.received && formatDay(handling.received, locale),
  },
  'handling.met': {
    label: 'met',
    json: 'handling',
    searched: true,
    tell: ({ handling }, { words }) => (handling?.met === undefined ? undefined : words.metOrNot(handling.met)),
  },
  'handling.opinion': {
    label: 'opinion',
    json: 'handling',
    searched: true,
    tell: ({ handling }, { words }) => handling?.opinion && words.opinions[handling.opinion],
  },
  outcome: {
    label: 'outcome',
    json: 'outcome',
    searched: true,
    tell: ({ outcome }, { words }) => outcome && words.outcomes[outcome],
  },
} as const satisfies Partial<Record<FieldKey, FieldDescriptor>>;

type Fields = typeof FIELDS;
type Head<Key extends string> = Key extends `${infer First}.${string}` ? First : Key;

/** The keys of front matter that the JSON interface gives as the record has them. */
export type GivenKey = {
  [Key in keyof Fields]: Fields[Key] extends { readonly given: string } ? Head<Key> : never;
}[keyof Fields] &
  keyof ReplyRecord;

/** The fields that are corrected in the register of imported letters. */
export type RegisteredKey = {
  [Key in keyof Fields]: Fields[Key] extends { readonly register: RegisterColumn } ? Key : never;
}[keyof Fields];

/** One field of a reply's record, with its key. */
interface ReplyField extends FieldDescriptor {
  /** As in the front matter of the original: `handling.lead`. */
  readonly key: FieldKey;
  /** Where the JSON interface has it. */
  readonly json: string;
  readonly tell: NonNullable<FieldDescriptor['tell']>;
}

/** All fields of a record with their keys, in the order of `FIELDS`. */
export const REPLY_FIELDS: readonly ReplyField[] = Object.entries<FieldDescriptor>(FIELDS).map(([name, field]) => {
  const key = name as FieldKey;
  return {
    ...field,
    key,
    json: field.json ?? headOf(key),
    tell: field.tell ?? ((reply, { own }) => plainWords(reply[key as keyof StatedRecord], own)),
  };
});

/** What the description of the JSON interface says of the keys that it gives as the record has them. */
export const GIVEN: Readonly<Record<GivenKey, string>> = Object.fromEntries(
  REPLY_FIELDS.flatMap(({ key, given }) => (given === undefined ? [] : [[headOf(key), given] as const])),
) as Record<GivenKey, string>;

/** The fields that have a column in the register of imported letters. */
export const REGISTERED = REPLY_FIELDS.flatMap(({ key, register }) =>
  register === undefined ? [] : [{ ...register, key: key as RegisteredKey }],
);

/** What fields are called, by their keys. */
export const fieldLabels = (language: FindingLanguage): Readonly<Record<keyof Fields, string>> =>
  Object.fromEntries(REPLY_FIELDS.map(({ key, label }) => [key, replyWords[language][label]])) as Record<
    keyof Fields,
    string
  >;

/** Of `handling.lead`, `handling`. */
function headOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}

/** The words of a plain value: a text, a number, a list of them, or a text by language. */
function plainWords(value: unknown, locale: Locale): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.flatMap((own) => plainWords(own, locale) ?? []).join(languageOf(locale).punctuation.list);
  return typeof value === 'object' && value !== null ? wordsIn(value as Translated, locale) : undefined;
}

/** What a record states, in a language and in the order of the fields: the same on the page, in texts and in the search. */
export function recordFacts(
  reply: StatedRecord,
  locale: Locale,
  site: FieldsSite,
  fields: readonly ReplyField[] = REPLY_FIELDS,
): Fact[] {
  const own = reply.title[locale] === undefined ? reply.language : locale;
  const telling: Telling = { locale, site, own, words: replyWords[locale] };
  return fields.flatMap(({ key, label, tell }) => {
    const said = tell(reply, telling);
    const told: readonly Told[] = typeof said === 'object' ? said : [{ label, text: said }];
    return told.flatMap(({ label: name, text, href }): Fact[] =>
      text === undefined || text === ''
        ? []
        : [{ key, label: telling.words[name], text, href, foreign: isForeign(text, locale, reply.language) }],
    );
  });
}

/** Whether words are in the letter's script although they are told in another: a name in brackets does not make them so. */
function isForeign(text: string, locale: Locale, original: Locale): boolean {
  if (languageOf(locale).script === languageOf(original).script) return false;
  const foreign = lettersOf(text, original);
  return foreign > (text.match(/\p{L}/gu)?.length ?? 0) - foreign;
}

const names = (bodies: readonly string[] | undefined, { locale, site }: Pick<Telling, 'locale' | 'site'>) =>
  bodies && signedBy(bodies, locale, site);

function topicLabels({ topics }: StatedRecord, { locale, site }: Telling): string {
  const labels = (site.topics ?? []).filter(({ id }) => topics.includes(id)).map(({ label }) => label[locale]);
  return labels.join(languageOf(locale).punctuation.clauses);
}

/** Where it was first published, if not here: the day, or the site where the day is not known. */
function firstPublished({ sourceDate, sourceUrl, waited }: StatedRecord, { locale, site }: Telling): readonly Told[] {
  const text =
    sourceDate === undefined
      ? sourceUrl && new URL(sourceUrl).hostname
      : publication(sourceDate, waited, site.publicationLimit, locale);
  return [{ label: 'firstPublished', text, href: sourceUrl }];
}

/** When it was published here, with how long that took if that was the first publication. */
function publishedHere({ sourceDate, published, waited }: StatedRecord, { locale, site }: Telling): readonly Told[] {
  const isFirst = sourceDate === undefined;
  const text = published && publication(published, isFirst ? waited : undefined, site.publicationLimit, locale);
  return [{ label: isFirst ? 'published' : 'publishedHere', text }];
}

/** Each document answered, and who put it forward. */
function answered({ answeredDocuments }: StatedRecord, { own }: Telling): readonly Told[] {
  return answeredDocuments.flatMap((document): readonly Told[] => {
    const said = translated(document, own)?.value;
    if (said === undefined) return [];
    return [
      { label: 'answers', text: replyWords[own].answersLine(said) },
      { label: 'proposers', text: said.proposers.join(languageOf(own).punctuation.list) },
    ];
  });
}
