import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesIn } from '../../build/output/output-folder.ts';
import type { FindingLanguage } from '../../errors.ts';
import { initWords } from '../../language/messages/init.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { usageError } from '../../terminal/failures.ts';
import { codeownersText } from '../codeowners.ts';
import { writeEditorFiles } from '../editor-files.ts';
import { placeTarball, writeLock } from './own-package.ts';
import { type Forge, repositoryFiles, shippedFiles } from './repository.ts';
import { languagesOf, type NewFile, type NewSite, newSiteFiles } from './site-files.ts';

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
