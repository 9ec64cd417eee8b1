import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { makeWords } from '../../language/messages/making.ts';
import type { Frame } from '../options.ts';

/** `dafu schemas`: what editors complete and warn by, in the languages of the site. */
export function schemasCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = makeWords[language];
  return new Command('schemas')
    .description(own.schemas)
    .option('--root <folder>', words.root)
    .action(async ({ root: named }) => {
      const { rootFolder } = await import('../options.ts');
      const { siteLanguages } = await import('../../reading/files.ts');
      const { writeEditorFiles } = await import('../../scaffold/editor-files.ts');
      const root = rootFolder(named);
      process.stdout.write(own.written(writeEditorFiles(root, siteLanguages(root))));
    });
}
