import { printedUnder } from '../../formats/api/record.ts';
import { type ReplyJson, readReplyJson } from '../../formats/api/reply.ts';
import { formatDay } from '../../language/formats.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { REPLY_FIELDS, recordFacts } from '../../language/reply-fields.ts';
import { byPart } from '../../model/block.ts';
import { bureauOf } from '../../model/bureau.ts';
import { inBrackets, LOCALES, type Locale, languageOf } from '../../model/locale.ts';
import { answeredSubject } from '../../model/reply-identity.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { facetValuesOf } from '../../model/search-facets.ts';
import { issuerName, type Site } from '../../model/site.ts';

/** The id of the part of a reply's page that names signers, contact, issuer and date. */
const SIGNATURE_ANCHOR = 'signature';
/** The id of the heading above the record of what was answered. */
const RECORD_ANCHOR = 'disclosure';

/** What of a site names those who sign. */
export type NamingSite = Pick<Site, 'issuer' | 'bureaus' | 'languages'>;

/** The lines below a reply's text; of what is left blank in the original, what it would have been. */
function signaturePassages(reply: ReplyJson, locale: Locale, site: NamingSite): Passage[] {
  const { signers, contact } = printedUnder(reply, locale);
  const separator = languageOf(locale).punctuation.colon;
  const lines = [...signers, ...contact].map(({ label, value }) => (label + separator + value).trimEnd());
  const disclosed = reply.disclosure && replyWords[locale].disclosed(reply.disclosure);
  const closing = [
    ...reply.issuers.map((name) => issuerName(name, locale, site)),
    formatDay(reply.date, locale),
    ...(disclosed === undefined ? [] : [inBrackets(disclosed, locale).trim()]),
  ];
  return [...lines, ...closing].map((text) => ({ anchor: SIGNATURE_ANCHOR, text }));
}

/** The words of the documents answered, where they are published beside the reply. The page has them in Chinese. */
function askedPassages({ answeredDocuments }: ReplyJson): Passage[] {
  return answeredDocuments.flatMap(({ words = [] }) => words.map(({ id, text }) => ({ anchor: id, text })));
}

const SEARCHED_FIELDS = REPLY_FIELDS.filter(({ searched }) => searched);

/** What the page's record says under the fields that are searched, but for what stands below the letter too. */
function recordPassages(reply: ReplyJson, locale: Locale, site: NamingSite, below: readonly Passage[]): Passage[] {
  const said = new Set(below.map(({ text }) => text));
  return recordFacts(reply, locale, site, SEARCHED_FIELDS).flatMap(({ text }) =>
    said.has(text) ? [] : [{ anchor: RECORD_ANCHOR, text }],
  );
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
  const reply = readReplyJson(json, site.languages);
  return LOCALES.flatMap((locale) => {
    const [url, title] = [reply.url[locale], reply.title[locale]];
    if (url === undefined || title === undefined) return [];
    const blocks = reply.blocks.flatMap(({ id, [locale]: text }): Passage[] =>
      text === undefined || text === '' ? [] : [{ anchor: id, text }],
    );
    const { letter, after } = byPart(blocks, ({ anchor }) => anchor);
    const { id, number, date } = reply;
    const below = signaturePassages(reply, locale, site);
    const titles = reply.answeredDocuments.flatMap(({ [locale]: said }) => said?.title ?? []);
    const subject = answeredSubject(titles, locale === reply.language ? title : undefined, locale);
    return [
      {
        id,
        kind: 'reply' as const,
        locale,
        url,
        title,
        ...(subject === undefined ? {} : { subject }),
        number,
        date,
        facets: facetValuesOf({ ...reply, kind: 'reply', bureaus: signers(reply, site) }),
        passages: [
          ...letter,
          ...below,
          ...after,
          ...recordPassages(reply, locale, site, below),
          ...askedPassages(reply),
        ],
        figures: [],
      },
    ];
  });
}
