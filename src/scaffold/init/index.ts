import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { namesIn } from '../../build/output/output-folder.ts';
import type { FindingLanguage } from '../../errors.ts';
import { initWords } from '../../language/messages/init.ts';
import type { Languages } from '../../model/locale.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { usageError } from '../../terminal/failures.ts';
import { codeownersText } from '../codeowners.ts';
import { writeEditorFiles } from '../editor-files.ts';
import { placeTarball, writeLock } from './own-package.ts';
import { type Forge, repositoryFiles, shippedFiles } from './repository.ts';

/** How the repository of a new site is set up. */
export interface NewRepository {
  readonly forge: Forge;
  /** The program's package: a file or an https address. None: the folder holds a site and no package.json. */
  readonly tarball: string | undefined;
}

/**
 * Makes a new site in a folder that is not there or holds no more than an empty repository, with what a bureau needs beside it. The
 * calendars, which are national, and settings of editors are copied from the program; schemas are in the site's languages. Gives whether npm could lock every
 * package with its hash.
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
  const write = ([path, text]: NewFile) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const file of [...newSiteFiles(site), ['CODEOWNERS', codeownersText([])] as const]) write(file);
  for (const name of ['data/calendar', '.vscode'])
    cpSync(join(PROJECT_FOLDER, name), join(folder, name), { recursive: true });
  writeEditorFiles(folder, languagesOf(site));
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

/** What a new site is told of its bureau; nothing else is known, and nothing is invented. */
interface NewSite {
  readonly issuer: string;
  /** Given where the site is to be in both languages. */
  readonly issuerEn: string | undefined;
  readonly address: string | undefined;
}

/** The languages of a new site. */
const languagesOf = ({ issuerEn }: NewSite): Languages => (issuerEn === undefined ? ['zh'] : ['zh', 'en']);

/** A file of a new site: its path below the root, and its text. */
export type NewFile = readonly [path: string, text: string];

const ABOUT = {
  zh: '---\ntitle: 关于本站\ndescription: 本站收录哪些答复，怎样使用。\norder: 1\n---\n\n## 本站是什么\n\n本站收录已公开的答复全文和其中写明的数据。正文照公开文本转录，一字不改；本站所加的说明另行标明。\n',
  en: '---\ntitle: About this site\ndescription: Which replies this site has, and how to use it.\norder: 1\n---\n\n## What this site is\n\nThis site gives published replies in full, and the figures that they state. The text is transcribed without a change; what the site adds is marked as such.\n',
} as const;

const HEADER =
  '# 本站的基本信息。单位尚未提供的（网站标识码、备案号等）一律不写。\n# The bureau and its site. What the bureau has not given is left out.\n';

/** What commands write beside the content, and no commit holds. */
const WRITTEN = '/node_modules/\n/.dafu/\n/dist\n/releases/\n/pdf/\n/proofs/\n.*.made\n';

/** The files of a new, empty, working site: settings, a glossary without terms, and a page that says what the site is. */
function newSiteFiles(given: NewSite): NewFile[] {
  const { issuer, issuerEn, address } = given;
  const bilingual = issuerEn !== undefined;
  const english = issuerEn ?? issuer;
  const site = {
    address: address ?? 'https://dafu.example',
    base: '/',
    official: false,
    languages: languagesOf(given),
    issuer: { zh: issuer, en: english },
    name: { zh: `${issuer}答复公开`, en: `Replies of the ${english}` },
    description: {
      zh: `${issuer}公开答复的全文和其中写明的数据。`,
      en: `The published replies of the ${english} and the figures they state.`,
    },
    answeredKinds: [
      { id: 'suggestion', label: { zh: '人大代表建议', en: 'Suggestion by people’s congress deputies' } },
      { id: 'proposal', label: { zh: '政协提案', en: 'CPPCC proposal' } },
    ],
  };
  return [
    ['.gitignore', WRITTEN],
    ['content/site.yaml', HEADER + stringify(site)],
    ['content/glossary.yaml', 'terms: []\n'],
    ['content/pages/about/zh.mdx', ABOUT.zh],
    ...(bilingual ? [['content/pages/about/en.mdx', ABOUT.en] as const] : []),
  ];
}
