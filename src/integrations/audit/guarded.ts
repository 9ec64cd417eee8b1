import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, SiteError } from '../../errors.ts';
import { guardFindings } from '../../markdown/guard/index.ts';
import { parseBody } from '../../markdown/parse.ts';
import { splitFrontMatter } from '../../model/front-matter.ts';
import type { Site } from '../../model/site.ts';
import { auditFinding } from './finding.ts';

interface GuardOptions {
  /** Whether the built site has a file. */
  readonly isBuilt: (name: string) => boolean;
  /** Whether a page and the text of its document are those that passed before. */
  readonly settled: (page: string, file: string, text: string) => boolean;
}

/**
 * Holds every document below `content/` to the guard once more and looks for its page: one that the check or the renderer
 * missed, in whatever folder, fails the build.
 */
export function guardedFindings(root: string, site: Site, { isBuilt, settled }: GuardOptions): Finding[] {
  const content = join(root, 'content');
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:mdx?|markdown|html?|astro|[cm]?[jt]sx?)$/i.test(entry.name))
    .flatMap((entry): Finding[] => {
      const full = join(entry.parentPath, entry.name);
      const file = `content/${full.slice(content.length + 1).replaceAll('\\', '/')}`;
      const [, collection, id, locale] = /^content\/(replies|reports|pages)\/([^/]+)\/(zh|en)\.mdx$/.exec(file) ?? [];
      if (collection === undefined || id === undefined) return [missed(file)];
      if (!site.languages.some((language) => language === locale)) return [];
      const folder = collection === 'pages' ? id : `${collection}/${id}`;
      const page = `${locale}/${folder}/index.html`;
      const text = readFileSync(full, 'utf8');
      if (!isBuilt(page)) return [...guard(file, text, collection === 'replies'), missed(file)];
      return settled(page, file, text) ? [] : guard(file, text, collection === 'replies');
    });
}

function guard(file: string, text: string, official: boolean): Finding[] {
  try {
    const { body, bodyLine } = splitFrontMatter(text, file);
    const origin = { file, linesBefore: bodyLine - 1 };
    return guardFindings(parseBody(body, origin), official ? 'official' : 'compiled', origin);
  } catch (error) {
    if (error instanceof SiteError) return [...error.findings];
    throw error;
  }
}

function missed(file: string): Finding {
  return auditFinding(
    'document-missed',
    { file },
    { zh: '这份稿件没有对应的页面，或不在应在的位置', en: 'this document has no page, or stands where none is read' },
  );
}
