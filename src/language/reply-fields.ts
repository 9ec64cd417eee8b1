import { formatDay } from '../language/days.ts';
import { publication } from '../language/messages/exchange.ts';
import { replyWords } from '../language/messages/reply.ts';
import { type Locale, languageOf, lettersOf, originalLanguage, translated, wordsIn } from '../model/locale.ts';
import { signedBy } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import type { RecordJson } from './api/record.ts';

/** What of a site names bodies and topics, and says how soon a reply is to be published. */
export type FieldsSite = Pick<Site, 'issuer' | 'bureaus' | 'languages'> &
  Partial<Pick<Site, 'topics' | 'publicationLimit'>>;

/** What a record states, in words. */
export interface Fact {
  /** The key of its field. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** The page that it names, where it is one. */
  readonly href?: string | undefined;
  /** Whether the words are in the language of the letter although the facts are told in another. */
  readonly foreign: boolean;
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

/**
 * One field of a reply's record. Its schema is in `src/model/reply.ts`; this is all else that there is to say of it: the page, the texts, the
 * documentation and the search read it here.
 */
export interface ReplyField {
  /** As in the front matter of `zh.mdx`: `handling.lead`. */
  readonly key: string;
  /** What it is called, by the name of the words in `replyWords`. */
  readonly label: Label;
  /** Where the JSON interface has it: a key of `/api/v1/replies/<id>.json`. */
  readonly json: keyof RecordJson;
  /** Whether its words are found by the search, at the record on the reply's page. */
  readonly searched: boolean;
  /** Its words; or what is told under labels of its own, such as several documents answered. */
  readonly tell: (reply: RecordJson, telling: Telling) => string | undefined | readonly Told[];
}

const field = (key: string, label: Label, json: keyof RecordJson, tell: ReplyField['tell']): ReplyField => ({
  ...{ key, label, json, tell },
  searched: false,
});
const searched = (...parts: Parameters<typeof field>): ReplyField => ({ ...field(...parts), searched: true });

/** The fields in the order of a disclosure box, then what is known of the matter. */
export const REPLY_FIELDS: readonly ReplyField[] = [
  searched('indexNumber', 'indexNumber', 'indexNumber', ({ indexNumber }) => indexNumber),
  field('topics', 'topics', 'topics', topicLabels),
  field('issuer', 'issuer', 'issuers', ({ issuers }, telling) => names(issuers, telling)),
  searched('masthead', 'masthead', 'masthead', ({ masthead }) => masthead),
  field('date', 'date', 'date', ({ date }, { locale }) => formatDay(date, locale)),
  field('title', 'title', 'title', ({ title }, { own }) => wordsIn(title, own)),
  field('number', 'number', 'number', ({ number }) => number),
  field('sourceUrl', 'firstPublished', 'sourceUrl', firstPublished),
  field('published', 'published', 'published', publishedHere),
  field(
    'disclosure',
    'disclosure',
    'disclosure',
    (reply, { words }) => reply.disclosure && words.disclosed(reply.disclosure),
  ),
  field('extent', 'extent', 'extent', ({ extent }, { words }) => extent && words.extents[extent]),
  searched('answers', 'answers', 'answeredDocuments', answered),
  searched('handling.lead', 'lead', 'handling', ({ handling }, telling) => names(handling?.lead, telling)),
  searched('handling.assisting', 'assisting', 'handling', ({ handling }, telling) =>
    names(handling?.assisting, telling),
  ),
  field(
    'handling.received',
    'received',
    'handling',
    ({ handling }, { locale }) => handling?.received && formatDay(handling.received, locale),
  ),
  field('handling.met', 'met', 'handling', ({ handling }, { words }) =>
    handling?.met === undefined ? undefined : words.metOrNot(handling.met),
  ),
  field(
    'handling.opinion',
    'opinion',
    'handling',
    ({ handling }, { words }) => handling?.opinion && words.opinions[handling.opinion],
  ),
  field('outcome', 'outcome', 'outcome', ({ outcome }, { words }) => outcome && words.outcomes[outcome]),
];

/** The fields as a table in Markdown, for whoever writes records or reads the interface. */
export function fieldTable(): string {
  const rows = REPLY_FIELDS.map(({ key, label, json, searched }) => [
    `\`${key}\``,
    replyWords.zh[label],
    replyWords.en[label],
    `\`${json}\``,
    searched ? 'yes' : '',
  ]);
  const head = ['In `zh.mdx`', '中文', 'English', 'In the JSON interface', 'Searched'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** What a record states, in a language and in the order of the fields: the same on the page, in texts and in the search. */
export function recordFacts(
  reply: RecordJson,
  locale: Locale,
  site: FieldsSite,
  fields: readonly ReplyField[] = REPLY_FIELDS,
): Fact[] {
  const own = reply.title[locale] === undefined ? originalLanguage(site.languages) : locale;
  const telling: Telling = { locale, site, own, words: replyWords[locale] };
  return fields.flatMap(({ key, label, tell }) => {
    const said = tell(reply, telling);
    const told: readonly Told[] = typeof said === 'object' ? said : [{ label, text: said }];
    return told.flatMap(({ label: name, text, href }): Fact[] =>
      text === undefined || text === ''
        ? []
        : [{ key, label: telling.words[name], text, href, foreign: isForeign(text, locale, site) }],
    );
  });
}

/** Whether words are in the letter's script although they are told in another: a name in brackets does not make them so. */
function isForeign(text: string, locale: Locale, { languages }: Pick<Site, 'languages'>): boolean {
  const original = originalLanguage(languages);
  if (languageOf(locale).script === languageOf(original).script) return false;
  const foreign = lettersOf(text, original);
  return foreign > (text.match(/\p{L}/gu)?.length ?? 0) - foreign;
}

const names = (bodies: readonly string[] | undefined, { locale, site }: Pick<Telling, 'locale' | 'site'>) =>
  bodies && signedBy(bodies, locale, site);

function topicLabels({ topics }: RecordJson, { locale, site }: Telling): string {
  const labels = (site.topics ?? []).filter(({ id }) => topics.includes(id)).map(({ label }) => label[locale]);
  return labels.join(languageOf(locale).punctuation.clauses);
}

/** Where it first stood, if not here: the day, or the site where the day is not known. */
function firstPublished({ sourceDate, sourceUrl, waited }: RecordJson, { locale, site }: Telling): readonly Told[] {
  const text =
    sourceDate === undefined
      ? sourceUrl && new URL(sourceUrl).hostname
      : publication(sourceDate, waited, site.publicationLimit, locale);
  return [{ label: 'firstPublished', text, href: sourceUrl }];
}

/** When it stood here; how long that took is said of the first publication only. */
function publishedHere({ sourceDate, published, waited }: RecordJson, { locale, site }: Telling): readonly Told[] {
  const isFirst = sourceDate === undefined;
  const text = published && publication(published, isFirst ? waited : undefined, site.publicationLimit, locale);
  return [{ label: isFirst ? 'published' : 'publishedHere', text }];
}

/** Each document answered, and who put it forward. */
function answered({ answeredDocuments }: RecordJson, { own }: Telling): readonly Told[] {
  return answeredDocuments.flatMap((document): readonly Told[] => {
    const said = translated(document, own)?.value;
    if (said === undefined) return [];
    return [
      { label: 'answers', text: replyWords[own].answersLine(said) },
      { label: 'proposers', text: said.proposers.join(languageOf(own).punctuation.list) },
    ];
  });
}
