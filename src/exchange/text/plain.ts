import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import type { ReplyJson } from '../api/reply.ts';
import { textFrame } from './head.ts';

/** A reply as plain text: its record, then every block, paragraphs parted by blank lines. Ends with a line feed. */
export function replyPlainText(reply: ReplyJson, locale: Locale, site: Site): string {
  const { title, facts, notices, closing } = textFrame(reply, locale, site);
  const colon = locale === 'zh' ? '：' : ': ';
  const parts = [
    title,
    facts.map(([label, value]) => label + colon + value).join('\n'),
    ...notices,
    ...reply.blocks.flatMap((block) => block[locale] ?? []),
    closing.join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
