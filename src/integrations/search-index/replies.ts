import { apiReplySchema, type ReplyJson } from '../../exchange/api/reply.ts';
import { formatDay } from '../../i18n/formats.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';

/** The id of the part of a reply's page that names signers, contact, issuer and date. */
const SIGNATURE_ANCHOR = 'signature';

/** The lines below a reply's text. What is left blank in the original says nothing. */
function signaturePassages(reply: ReplyJson, locale: Locale): Passage[] {
  const { signers, contact } = locale === 'en' ? (reply.translation ?? { signers: [], contact: [] }) : reply;
  const separator = locale === 'zh' ? '：' : ': ';
  const lines = [...signers, ...contact]
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => label + separator + value);
  const closing =
    locale === 'zh' ? [reply.issuer, formatDay(reply.date, locale), reply.disclosure] : [formatDay(reply.date, locale)];
  return [...lines, ...closing].map((text) => ({ anchor: SIGNATURE_ANCHOR, text }));
}

/** A reply in each of its languages, from `api/v1/replies/<id>.json`. Its figures are found through their datasets. */
export function replyDocuments(json: unknown): SearchDocument[] {
  const reply = apiReplySchema.parse(json);
  return LOCALES.flatMap((locale) => {
    const [url, title] = [reply.url[locale], reply.title[locale]];
    if (url === undefined || title === undefined) return [];
    const blocks = reply.blocks.flatMap(({ id, [locale]: text }): Passage[] =>
      text === undefined || text === '' ? [] : [{ anchor: id, text }],
    );
    const { id, number, date, topics, answered } = reply;
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
        passages: [...blocks, ...signaturePassages(reply, locale)],
        figures: [],
      },
    ];
  });
}
