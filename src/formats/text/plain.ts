import { attachmentWords, filesHeading } from '../../language/messages/attachments.ts';
import { byPart } from '../../model/block.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import type { BlockJson, ReplyJson } from '../api/reply.ts';
import type { OfferedFile } from '../files.ts';
import { textFrame } from './head.ts';
import { tableRows } from './table.ts';

/** A reply as plain text: its record, then every block, paragraphs parted by blank lines. Ends with a line feed. */
export function replyPlainText(reply: ReplyJson, locale: Locale, site: Site): string {
  const { title, facts, notices, closing, files } = textFrame(reply, locale, site);
  const { letter, after } = byPart(reply.blocks, ({ id }) => id);
  const colon = locale === 'zh' ? '：' : ': ';
  const parts = [
    title,
    facts.map(([label, value]) => label + colon + value).join('\n'),
    ...notices,
    ...letter.flatMap((block) => blockText(block, locale)),
    closing.join('\n'),
    ...after.flatMap((block) => blockText(block, locale)),
    fileLines(files, locale).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The text of a block; of a table a line for each row, with tabs between the cells. */
function blockText(block: BlockJson, locale: Locale): string[] {
  const { kind, [locale]: text } = block;
  if (text === undefined) return [];
  return [
    kind === 'table'
      ? tableRows(block, locale)
          .map((cells) => cells.join('\t'))
          .join('\n')
      : text,
  ];
}

/** The files that are published with the reply: what each is, and its address below. */
function fileLines(files: readonly OfferedFile[], locale: Locale): string[] {
  if (files.length === 0) return [];
  const words = attachmentWords[locale];
  const lines = files.map(({ title, facts, sha256, url }) => `${words.line(title, facts, sha256)}\n${url}`);
  return [filesHeading(files, locale), ...lines];
}
