import { Command } from 'commander';
import { codeownersWords } from '../../language/messages/codeowners.ts';
import type { Frame } from './frame.ts';

interface CodeownersFlags {
  readonly root?: string;
  readonly check?: true | string;
}

/** `dafu codeowners`. */
export function codeownersCommand({ words, language }: Frame): Command {
  const own = codeownersWords[language];
  return new Command('codeowners')
    .description(own.describe)
    .option('--root <folder>', words.root)
    .option('--check [file]', own.check)
    .action(async ({ root, check }: CodeownersFlags) => {
      const { rootFolder } = await import('../options.ts');
      const { readSite } = await import('../../reading/files.ts');
      const { checkCodeowners, codeownersText } = await import('../../scaffold/codeowners.ts');
      const folder = rootFolder(root);
      const { bureaus = [] } = readSite(folder);
      const file = check === true ? undefined : check;
      process.stdout.write(
        check === undefined ? codeownersText(bureaus) : checkCodeowners(folder, file, bureaus, language),
      );
    });
}
