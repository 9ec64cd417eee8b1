import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReply, replyFile, replyIds } from '../../catalogue/files.ts';
import type { Finding } from '../../errors.ts';
import { parseOfficialText } from '../../markdown/official-text.ts';
import { LANGUAGE_TAGS } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { auditFinding } from './finding.ts';

/** White space, and the characters that Markdown gives a meaning; neither side is compared by them. */
const SPACE_OR_MARK = /[\s#*_>|\\`~:+-]+/g;

/** What is known of the built site. */
interface BuiltTexts {
  /** The official texts of a page by its file name and their language tags; undefined where there is no such page. */
  readonly shown: (page: string) => ReadonlyMap<string, string> | undefined;
  /** Whether a page was built. */
  readonly isBuilt: (page: string) => boolean;
  /** Whether a page that was built and its document, with this text, are those that passed before. */
  readonly settled: (page: string, file: string, text: string) => boolean;
}

/**
 * Compares the official text on each reply's pages with the text of its source, character for character but for white space
 * and Markdown's marks. Withdrawn replies show none.
 */
export function sourceTextFindings(
  root: string,
  site: Site,
  { shown, isBuilt, settled }: BuiltTexts,
): readonly Finding[] {
  return replyIds(root).flatMap((id) => {
    const both = `bilingual/replies/${id}/index.html`;
    const open = site.languages.flatMap((locale) => {
      const file = replyFile(id, locale);
      const full = join(root, file);
      if (!existsSync(full)) return [];
      const text = readFileSync(full, 'utf8');
      const pages = [`${locale}/replies/${id}/index.html`, ...(isBuilt(both) ? [both] : [])];
      return pages.filter((page) => !settled(page, file, text)).map((page) => ({ page, locale, file }));
    });
    if (open.length === 0) return [];
    const reply = readReply(root, id);
    if (reply.zh.frontMatter.withdrawn) return [];
    return open.flatMap(({ page, locale, file }) => {
      const document = locale === 'zh' ? reply.zh : reply.en;
      if (document === undefined) return [];
      const text = shown(page)?.get(LANGUAGE_TAGS[locale]);
      return text === undefined ? [differs(page, file, '')] : compare(page, file, text, document);
    });
  });
}

/** Nearly every text is equal as it stands; only one with escapes or links has to be parsed. */
function compare(
  page: string,
  file: string,
  text: string,
  { body, linesBefore }: { readonly body: string; readonly linesBefore: number },
): readonly Finding[] {
  const plain = text.replace(SPACE_OR_MARK, '');
  if (plain === body.replace(SPACE_OR_MARK, '')) return [];
  const { blocks } = parseOfficialText(body, { file, linesBefore });
  const parsed = blocks
    .map((block) => block.text)
    .join('')
    .replace(SPACE_OR_MARK, '');
  return plain === parsed ? [] : [differs(page, file, firstDifference(plain, parsed))];
}

function differs(page: string, file: string, where: string): Finding {
  return auditFinding(
    'text-differs',
    { file: page },
    {
      zh: `页面上的正文与 ${file} 不一致${where === '' ? '' : `，从“${where}”起`}`,
      en: `the official text on the page is not that of ${file}${where === '' ? '' : `, from "${where}" on`}`,
    },
  );
}

/** The words of the source around the first character that differs. */
function firstDifference(shown: string, source: string): string {
  let at = 0;
  while (at < shown.length && shown[at] === source[at]) at += 1;
  return source.slice(Math.max(0, at - 6), at + 10);
}
