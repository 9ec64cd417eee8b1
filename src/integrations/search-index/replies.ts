import { apiReplySchema, type ReplyJson } from '../../exchange/api/reply.ts';
import { formatDay } from '../../i18n/formats.ts';
import { replyWords } from '../../i18n/reply.ts';
import { bureauOf } from '../../model/bureau.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import { signedBy } from '../../model/reply-names.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { issuerName, type Site } from '../../model/site.ts';

/** The id of the part of a reply's page that names signers, contact, issuer and date. */
const SIGNATURE_ANCHOR = 'signature';
/** The id of the heading above the record of what was answered. */
const RECORD_ANCHOR = 'disclosure';

/** What of a site names those who sign. */
export type NamingSite = Pick<Site, 'issuer' | 'bureaus'>;

/** The lines below a reply's text; of what is left blank in the original, what it would have been. */
function signaturePassages(reply: ReplyJson, locale: Locale, site: NamingSite): Passage[] {
  const { signers, contact } = locale === 'en' ? (reply.translation ?? { signers: [], contact: [] }) : reply;
  const separator = locale === 'zh' ? '：' : ': ';
  const lines = [...signers, ...contact].map(({ label, value }) => (label + separator + value).trimEnd());
  const disclosed = reply.disclosure && replyWords[locale].disclosed(reply.disclosure);
  const closing = [
    ...reply.issuers.map((name) => issuerName(name, locale, site)),
    formatDay(reply.date, locale),
    ...(disclosed === undefined ? [] : [locale === 'zh' ? `（${disclosed}）` : `(${disclosed})`]),
  ];
  return [...lines, ...closing].map((text) => ({ anchor: SIGNATURE_ANCHOR, text }));
}

/** What was answered and who had asked, as the page's record says it. */
function recordPassages(
  { answeredDocuments, indexNumber, masthead, extent, handling = {} }: ReplyJson,
  locale: Locale,
  site: Pick<Site, 'issuer' | 'bureaus'>,
): Passage[] {
  const words = replyWords[locale];
  const answered = answeredDocuments.map((document) => document[locale] ?? document.zh);
  const lines = [
    indexNumber ?? '',
    masthead ?? '',
    extent === undefined ? '' : words.extents[extent],
    ...answered.map(words.answersLine),
    answered.flatMap(({ proposers }) => proposers).join(locale === 'zh' ? '、' : ', '),
    signedBy(handling.lead ?? [], locale, site),
    signedBy(handling.assisting ?? [], locale, site),
    handling.opinion === undefined ? '' : words.opinions[handling.opinion],
  ];
  return lines.filter((text) => text !== '').map((text) => ({ anchor: RECORD_ANCHOR, text }));
}

/** The ids of the bureaus that the site records among those who signed; others by the names they signed with. */
function signers({ issuers, date }: ReplyJson, { bureaus = [] }: NamingSite): string[] {
  return [...new Set(issuers.map((name) => bureauOf(bureaus, name, date)?.bureau.id ?? name))];
}

/**
 * A reply in each of its languages, from `api/v1/replies/<id>.json`. Its figures are found through their datasets.
 * `site` names the bureaus.
 */
export function replyDocuments(json: unknown, site: NamingSite): SearchDocument[] {
  const reply = apiReplySchema.parse(json);
  return LOCALES.flatMap((locale) => {
    const [url, title] = [reply.url[locale], reply.title[locale]];
    if (url === undefined || title === undefined) return [];
    const blocks = reply.blocks.flatMap(({ id, [locale]: text }): Passage[] =>
      text === undefined || text === '' ? [] : [{ anchor: id, text }],
    );
    const { id, number, date, topics, answered, outcome } = reply;
    return [
      {
        id,
        kind: 'reply' as const,
        locale,
        url,
        title,
        number,
        date,
        topics,
        answered,
        bureaus: signers(reply, site),
        outcome,
        passages: [...blocks, ...signaturePassages(reply, locale, site), ...recordPassages(reply, locale, site)],
        figures: [],
      },
    ];
  });
}
