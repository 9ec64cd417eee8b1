import { readReply, replyFile, replyIds } from '../../catalogue/files.ts';
import type { Finding } from '../../errors.ts';
import { parseOfficialText } from '../../markdown/official-text.ts';
import { LANGUAGE_TAGS } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { auditFinding } from './finding.ts';

/** White space, and the characters that Markdown gives a meaning; neither side is compared by them. */
const SPACE_OR_MARK = /[\s#*_>|\\`~:+-]+/g;

/**
 * Compares the official text on each reply's pages with the text of its source, character for character but for white space
 * and Markdown's marks. `shown` gives the texts of a page by its file name and their language tags. Withdrawn replies show none.
 */
export function sourceTextFindings(
  root: string,
  site: Site,
  shown: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly Finding[] {
  return replyIds(root).flatMap((id) => {
    const reply = readReply(root, id);
    if (reply.zh.frontMatter.withdrawn) return [];
    return site.languages.flatMap((locale) => {
      const file = replyFile(id, locale);
      const document = locale === 'zh' ? reply.zh : reply.en;
      if (document === undefined) return [];
      const tag = LANGUAGE_TAGS[locale];
      const own = `${locale}/replies/${id}/index.html`;
      const both = `bilingual/replies/${id}/index.html`;
      const pages = [own, ...(shown.has(both) ? [both] : [])];
      return pages.flatMap((page) => {
        const text = shown.get(page)?.get(tag);
        return text === undefined ? [differs(page, file, '')] : compare(page, file, text, document);
      });
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
