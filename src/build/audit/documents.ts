import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, SiteError } from '../../errors.ts';
import { fileOfPath } from '../../model/addresses.ts';
import { type Locale, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import { replyLanguage } from '../../reading/files.ts';
import { documentPath, routePath } from '../../routes.ts';
import { isOfReply, roleOf } from '../../rules/layout.ts';
import { filesBelow } from '../../system/files.ts';
import { guardFindings, mayBeRefused } from '../../text/guard/index.ts';
import { parseBody } from '../../text/parse.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import { type ShownTexts, sourceTextFindings } from './sources.ts';

interface DocumentOptions {
  /** Replies that are still held back by `publishAt`. */
  readonly held: ReadonlySet<string>;
  /** Whether the built site has a file. */
  readonly isBuilt: (name: string) => boolean;
  /** Whether a page and its document, whose text has this SHA-256, are the same that passed the last audit. */
  readonly settled: (page: string, file: string, digest: string) => boolean;
  readonly shown: ShownTexts;
}

const READ_AS_DOCUMENT = /\.(?:mdx?|markdown|html?|astro|[cm]?[jt]sx?)$/i;

/**
 * Compares every document below `content/` with its pages: runs the guard over it once more and looks for its page, so that a document that
 * the check or the renderer missed fails the build wherever it is, and compares a reply's text with what its pages show.
 */
export function documentFindings(root: string, site: Site, options: DocumentOptions): Finding[] {
  const documents = filesBelow(join(root, 'content')).files.filter((name) => READ_AS_DOCUMENT.test(name));
  const [held, shown] = [true, false].map((held) =>
    documents.filter((name) => isOfReply(`content/${name}`, options.held) === held),
  );
  return [
    ...(held ?? []).flatMap((name) => tooEarly(`content/${name}`, options)),
    ...(shown ?? []).flatMap((name) => findingsOf(root, `content/${name}`, site, options)),
  ];
}

/** An error where a reply that is held back has a page. */
function tooEarly(file: string, { isBuilt }: DocumentOptions): Finding[] {
  const named = roleOf(file);
  if (named.role !== 'document') return [];
  const page = fileOfPath(routePath('reply', { locale: named.locale, id: named.id }));
  if (!isBuilt(page)) return [];
  return [
    auditFinding(
      BUILD_RULES['held-back-published'],
      { file: page },
      { zh: `${named.id} 还没有到公开的时间，网站上却有它`, en: `${named.id} is on the site before its time` },
      { zh: '请重新生成，不要发布现在的网站', en: 'build again, and do not publish this site' },
    ),
  ];
}

const sideBySide = (id: string, other: string): string => fileOfPath(routePath('bilingual', { id, other }));

function findingsOf(root: string, file: string, site: Site, { isBuilt, settled, shown }: DocumentOptions): Finding[] {
  const named = roleOf(file);
  if (named.role !== 'document') return [missed(file)];
  const { collection, id, locale } = named;
  if (!site.languages.includes(locale)) return [];
  const isReply = collection === 'replies';
  const page = fileOfPath(documentPath(collection, locale, id));
  const isWritten = (language: Locale) =>
    existsSync(join(root, `${file.slice(0, file.lastIndexOf('/') + 1)}${language}.mdx`));
  // Side by side are the original and each of its translations, the first at the plain address too.
  const own = isReply ? replyLanguage(root, id) : locale;
  const both = site.languages
    .filter((language) => isReply && language !== own && isWritten(language))
    .flatMap((language, index) =>
      (index === 0 ? ['', language] : [language]).map((other) => ({ language, page: sideBySide(id, other) })),
    )
    .filter(({ language, page: beside }) => (locale === own || locale === language) && isBuilt(beside));
  // A reply that is not translated shows its original text on the pages of other languages too.
  const others = site.languages.filter(
    (language) => locale === originalLanguage(site.languages) && language !== locale,
  );
  const alone = isReply ? others.filter((language) => !isWritten(language)) : [];
  const elsewhere = alone.map((language) => fileOfPath(documentPath(collection, language, id)));
  const pages = [page, ...both.map((pair) => pair.page), ...elsewhere.filter(isBuilt)];
  const text = readFileSync(join(root, file), 'utf8');
  const digest = hash('sha256', text);
  const open = pages.filter((each) => !isBuilt(each) || !settled(each, file, digest));
  const absent = isBuilt(page) ? [] : [missed(file)];
  if (open.length === 0) return absent;
  try {
    const { body, bodyLine } = splitFrontMatter(text, file);
    const origin = { file, linesBefore: bodyLine - 1 };
    return [
      ...(isReply ? sourceTextFindings(root, { id, locale, body, origin }, open, shown) : []),
      ...(open.includes(page) && mayBeRefused(body)
        ? guardFindings(parseBody(body, origin), isReply ? 'official' : 'compiled', origin)
        : []),
      ...absent,
    ];
  } catch (error) {
    if (error instanceof SiteError) return [...error.findings, ...absent];
    throw error;
  }
}

function missed(file: string): Finding {
  return auditFinding(
    BUILD_RULES['document-missed'],
    { file },
    {
      zh: '这份稿件没有对应的页面，或不在应在的位置',
      en: 'this document has no page, or is in a folder where none is read',
    },
  );
}
