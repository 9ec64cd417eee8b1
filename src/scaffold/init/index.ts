import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIn } from '../../build/output/output-folder.ts';
import type { FindingLanguage } from '../../errors.ts';
import { initWords } from '../../language/messages/init.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { usageError } from '../../terminal/failures.ts';
import { type NewSite, newSiteFiles } from './site-files.ts';

/** Makes a new site in a folder that is not there or holds no more than an empty repository. The calendars, which are national, are copied from the program. */
export function initSite(folder: string, site: NewSite, language: FindingLanguage): void {
  const standing = existsSync(folder) ? namesIn(folder) : [];
  if (standing.some((name) => name !== '.git')) throw usageError(() => initWords[language].notEmpty(folder));
  for (const [path, text] of newSiteFiles(site)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  cpSync(join(PROJECT_FOLDER, 'data/calendar'), join(folder, 'data/calendar'), { recursive: true });
}
