import { SiteError } from '../../src/errors.ts';
import { type ImportedReply, type ImportSite, importReply } from '../../src/import/reply.ts';
import type { SourceText } from '../../src/import/source.ts';
import { readMarkdown } from '../../src/import/text-source.ts';
import type { Block } from '../../src/model/block.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { parseOfficialText } from '../../src/text/official-text.ts';

/** A bureau that there is not. */
export const ISSUER = '样例市虚构事务局';

/** The kinds of documents that `dafu init` gives a site. */
export const KINDS = [
  { id: 'suggestion', label: { zh: '人大代表建议', en: 'Suggestion' } },
  { id: 'proposal', label: { zh: '政协提案', en: 'Proposal' } },
];

/** A site of one bureau. */
export const siteOf = (bureau: string, topics: readonly string[] = []): ImportSite => ({
  bureaus: [bureau],
  kinds: KINDS,
  topics: topics.map((id) => ({ id, label: { zh: `${id}类`, en: id } })),
});

/** Imports a source that was read. */
export const importSource = (source: SourceText, site: ImportSite = siteOf(ISSUER, ['samples'])): ImportedReply =>
  importReply(source, { file: 'letter', site });

/** Imports Markdown. */
export const importMarkdown = (markdown: string): ImportedReply => importSource(readMarkdown(markdown, 'letter.md'));

/** Markdown of a letter of the made-up bureau around the body given. */
export const letter = (body: string): string =>
  `${ISSUER}\n\n样事函〔2031〕7号\n\n关于市一届人大一次会议第3号建议的答复\n\n尊敬的某某代表：\n\n${body}\n\n${ISSUER}\n\n2031年2月3日\n`;

/** The blocks of an imported reply's body. */
export function blocksOf({ text }: ImportedReply): readonly Block[] {
  const { body, bodyLine } = splitFrontMatter(text, 'zh.mdx');
  return parseOfficialText(body, { file: 'zh.mdx', linesBefore: bodyLine - 1 }).blocks;
}

/** The blocks of an imported reply's body: kind and text. */
export function bodyOf(reply: ImportedReply): string[] {
  return blocksOf(reply).map((block) => `${block.kind === 'heading' ? `h${block.depth}` : block.kind} ${block.text}`);
}

/** The rules of the findings that something throws; `[]` where it throws none. */
export function rulesThrown(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof SiteError) return error.findings.map(({ rule }) => rule);
    throw error;
  }
}
