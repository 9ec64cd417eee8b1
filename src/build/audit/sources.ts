import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../errors.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../../model/locale.ts';
import { textHash } from '../../model/text.ts';
import { readReply, replyFile, replyLanguage } from '../../reading/files.ts';
import { parseOfficialText } from '../../text/official-text.ts';
import type { BodyOrigin } from '../../text/parse.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import { firstDifference, officialDigest } from './twins.ts';

/** What is known of the official texts that pages show, by the names of the pages' files and the texts' language tags. */
export interface ShownTexts {
  /** The digests (`officialDigest`) of a page's texts; none where there is no such page. */
  readonly digests: (page: string) => ReadonlyMap<string, string> | undefined;
  /** The texts themselves, which are read for it. */
  readonly texts: (page: string) => ReadonlyMap<string, string> | undefined;
}

/** One language of a reply in `content/`. */
interface ReplyText {
  readonly id: string;
  readonly locale: Locale;
  readonly body: string;
  readonly origin: BodyOrigin;
}

/**
 * Compares the official text on a reply's pages with its source, character for character except white space and Markdown's marks. Withdrawn
 * replies show no text.
 */
export function sourceTextFindings(
  root: string,
  { id, locale, body, origin }: ReplyText,
  pages: readonly string[],
  shown: ShownTexts,
): readonly Finding[] {
  const tag = LANGUAGE_TAGS[locale];
  const differing = (digest: string) => (page: string) => shown.digests(page)?.get(tag) !== digest;
  // Nearly every text is equal as it is; only a text with escapes or links has to be parsed.
  const unlike = pages.filter(differing(officialDigest(body)));
  if (unlike.length === 0 || isWithdrawn(root, id)) return [];
  const { blocks } = parseOfficialText(body, origin);
  const text = blocks.map((block) => block.text).join('');
  return unlike.filter(differing(officialDigest(text))).map((page) => {
    const onPage = shown.texts(page)?.get(tag);
    const where = onPage === undefined ? '' : firstDifference(onPage, text);
    return differs(page, origin.file, where);
  });
}

/** Whether a reply was withdrawn, or has no original and so no pages. */
const isWithdrawn = (root: string, id: string): boolean =>
  !existsSync(join(root, replyFile(root, id, replyLanguage(root, id)))) ||
  readReply(root, id).original.frontMatter.withdrawn !== undefined;

function differs(page: string, file: string, where: string): Finding {
  return auditFinding(
    BUILD_RULES['text-differs'],
    { file: page },
    {
      zh: `页面上的正文与 ${file} 不一致${where === '' ? '' : `，从“${where}”起`}`,
      en: `the official text on the page is not that of ${file}${where === '' ? '' : `, from "${where}" on`}`,
    },
  );
}

const replySchema = z.object({
  id: z.string(),
  blocks: z.array(z.object(Object.fromEntries(LOCALES.map((locale) => [locale, z.string().optional()])))),
  hashes: z.record(z.string(), z.string()),
});

/** Compares the hashes that a reply's JSON gives with its own text, by which others check their copies. */
export function apiTextFindings(file: string, source: string): readonly Finding[] {
  const reply = replySchema.safeParse(JSON.parse(source));
  if (!reply.success) return [];
  const { blocks, hashes } = reply.data;
  return LOCALES.filter((locale) => hashes[locale] !== undefined && hashes[locale] !== hashOf(blocks, locale)).map(
    (locale) =>
      auditFinding(
        BUILD_RULES['text-hash'],
        { file },
        {
          zh: `正文（${locale}）的哈希与正文不符`,
          en: `the hash of the official text (${locale}) is not that of the text beside it`,
        },
      ),
  );
}

function hashOf(blocks: z.infer<typeof replySchema>['blocks'], locale: Locale): string {
  return textHash(blocks.flatMap(({ [locale]: text }) => (text === undefined ? [] : [{ text }])));
}
