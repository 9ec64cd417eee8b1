import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { namesIn } from '../../build/output/output-folder.ts';
import type { FindingLanguage } from '../../errors.ts';
import { initWords } from '../../language/messages/init.ts';
import { newSiteWords } from '../../language/messages/new-site.ts';
import {
  GOVERNING_LOCALE,
  inEach,
  isLocale,
  type Languages,
  LOCALES,
  type Locale,
  type Localized,
} from '../../model/locale.ts';
import { writeFileAndFolders } from '../../system/files.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { usageError } from '../../terminal/failures.ts';
import { codeownersText } from '../codeowners.ts';
import { writeEditorFiles } from '../editor-files.ts';
import { placeTarball, writeLock } from '../packages.ts';
import { type Forge, repositoryFiles, shippedFiles } from './repository.ts';

/** How the repository of a new site is set up. */
interface NewRepository {
  readonly forge: Forge;
  /** The program's package: a file or an https address. Without it the folder gets a site but no package.json. */
  readonly tarball: string | undefined;
}

/**
 * Makes a new site in a folder that does not exist or holds only `.git`, with what a bureau needs besides. The
 * calendars, which are national, and the editor settings are copied from the program; the schemas are made for the
 * site's languages. Gives whether npm could lock every package with its hash. Throws a CommandError.
 */
export function initSite(
  folder: string,
  site: NewSite,
  { forge, tarball }: NewRepository,
  language: FindingLanguage,
): { readonly locked: boolean } {
  const standing = existsSync(folder) ? namesIn(folder) : [];
  if (standing.some((name) => name !== '.git')) throw usageError(() => initWords[language].notEmpty(folder));
  if (tarball !== undefined && !tarball.startsWith('https://') && !existsSync(tarball))
    throw usageError(() => initWords[language].noTarball(tarball));
  const write = ([path, text]: NewFile) => writeFileAndFolders(join(folder, path), text);
  for (const file of [...newSiteFiles(site), ['CODEOWNERS', codeownersText([])] as const]) write(file);
  for (const name of ['data/calendar', '.vscode'])
    cpSync(join(PROJECT_FOLDER, name), join(folder, name), { recursive: true });
  writeEditorFiles(folder, site.languages);
  if (tarball === undefined) return { locked: true };
  const name =
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'replies';
  for (const file of repositoryFiles(name, placeTarball(tarball, folder), forge)) write(file);
  for (const [from, to] of shippedFiles(forge)) cpSync(join(PROJECT_FOLDER, from), join(folder, to));
  return { locked: writeLock(folder) };
}

/** What is known about the bureau of a new site; nothing else is invented. */
interface NewSite {
  /** The first is the language of the letters. */
  readonly languages: Languages;
  /** The bureau's name in each of them. */
  readonly issuer: Localized;
  readonly address: string | undefined;
}

/**
 * The languages of a new site and the bureau's name in each, from what was typed: `codes` in their order, if any; the
 * name in the first language; further names by language code. Without codes the first language is Chinese, followed by
 * those that have a name. Throws a CommandError where a code is unknown or repeated, or a language has no name.
 */
export function languagesGiven(
  codes: readonly string[] | undefined,
  issuer: string,
  named: Readonly<Partial<Record<string, string>>>,
  language: FindingLanguage,
): Pick<NewSite, 'languages' | 'issuer'> {
  const own = initWords[language];
  const others = LOCALES.filter((locale) => named[locale] !== undefined);
  const given = codes ?? [GOVERNING_LOCALE, ...others];
  const strange = given.find((code, place) => !isLocale(code) || given.indexOf(code) !== place);
  if (strange !== undefined || given.length === 0) throw usageError(() => own.badLanguages(strange ?? '', LOCALES));
  const languages = given.filter(isLocale);
  const [first, ...rest] = languages;
  const surplus = others.find((locale) => !rest.includes(locale));
  if (surplus !== undefined) throw usageError(() => own.surplusName(surplus));
  const unnamed = rest.find((locale) => named[locale] === undefined);
  if (unnamed !== undefined) throw usageError(() => own.noName(unnamed));
  return { languages, issuer: inEach(languages, (locale) => (locale === first ? issuer : (named[locale] ?? ''))) };
}

/** A file of a new site: its path below the root, and its text. */
export type NewFile = readonly [path: string, text: string];

/** The page that says what the site is. */
function aboutPage(locale: Locale): string {
  const { title, description, heading, text } = newSiteWords[locale].about;
  return `---\n${stringify({ title, description, order: 1 })}---\n\n## ${heading}\n\n${text}\n`;
}

const HEADER =
  '# 本站的基本信息。单位尚未提供的（网站标识码、备案号等）一律不写。\n# The bureau and its site. What the bureau has not given is left out.\n';

/** What commands write beside the content: .gitignore. */
const WRITTEN = '/node_modules/\n/.dafu/\n/dist\n/releases/\n/pdf/\n/proofs/\n.*.made\n';

/** The files of a new, empty, working site: settings, a glossary without terms, and a page that says what the site is. */
function newSiteFiles({ languages, issuer, address }: NewSite): NewFile[] {
  const said = (word: (words: (typeof newSiteWords)[Locale], locale: Locale) => string) =>
    inEach(languages, (locale) => word(newSiteWords[locale], locale));
  const site = {
    address: address ?? 'https://dafu.example',
    base: '/',
    official: false,
    languages,
    issuer,
    name: said(({ name }, locale) => name(issuer[locale])),
    description: said(({ description }, locale) => description(issuer[locale])),
    answeredKinds: [
      { id: 'suggestion', label: said(({ kinds }) => kinds.suggestion) },
      { id: 'proposal', label: said(({ kinds }) => kinds.proposal) },
    ],
  };
  return [
    ['.gitignore', WRITTEN],
    ['content/site.yaml', HEADER + stringify(site)],
    ['content/glossary.yaml', 'terms: []\n'],
    ...languages.map((locale) => [`content/pages/about/${locale}.mdx`, aboutPage(locale)] as const),
  ];
}
