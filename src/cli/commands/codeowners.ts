import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { codeownersWords } from '../../language/messages/codeowners.ts';
import type { Frame } from './frame.ts';

/** `dafu codeowners`. */
export function codeownersCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = codeownersWords[language];
  return new Command('codeowners')
    .description(own.describe)
    .option('--root <folder>', words.root)
    .option('--check [file]', own.check)
    .action(async ({ root, check }) => {
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
