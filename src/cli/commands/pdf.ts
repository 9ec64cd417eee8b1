import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu pdf [ID…]`. */
export function pdfCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('pdf')
    .description(words.pdf)
    .argument('[id...]')
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--to <folder>', words.pdfTo)
    .action(async (ids: string[], { root, out, to }) => {
      const { builtFolder, pdfFolder, rootFolder } = await import('../options.ts');
      const { writePdfs } = await import('../../release/printing/pdf.ts');
      const folder = rootFolder(root);
      const request = { root: folder, out: builtFolder(folder, out), to: pdfFolder(folder, to), ids };
      for (const path of await writePdfs(request)) {
        process.stdout.write(`${words.wrote(path)}\n`);
      }
    });
}
