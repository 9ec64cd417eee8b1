import { z } from 'zod';
import type { Finding } from '../../errors.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import { textHash } from '../../model/text-hash.ts';
import { auditFinding } from './finding.ts';

const replySchema = z.object({
  id: z.string(),
  blocks: z.array(z.object({ zh: z.string().optional(), en: z.string().optional() })),
  hashes: z.record(z.string(), z.string()),
});

/** The JSON interface of one reply, and of no other file. */
export const REPLY_JSON = /^api\/v1\/replies\/(?!index\.json)[^/]+\.json$/;

/** Compares the hashes that a reply's JSON gives with its own text, by which others check their copies. */
export function apiTextFindings(file: string, source: string): readonly Finding[] {
  const reply = replySchema.safeParse(JSON.parse(source));
  if (!reply.success) return [];
  const { blocks, hashes } = reply.data;
  return LOCALES.filter((locale) => hashes[locale] !== undefined && hashes[locale] !== hashOf(blocks, locale)).map(
    (locale) =>
      auditFinding(
        'text-hash',
        { file },
        {
          zh: `正文（${locale}）的哈希与正文不符`,
          en: `the hash of the official text (${locale}) is not that of the text beside it`,
        },
      ),
  );
}

function hashOf(blocks: z.infer<typeof replySchema>['blocks'], locale: Locale): string {
  return textHash(blocks.flatMap((block) => (block[locale] === undefined ? [] : [{ text: block[locale] }])));
}
