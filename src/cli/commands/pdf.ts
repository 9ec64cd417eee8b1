import { Command } from 'commander';
import type { Frame } from './frame.ts';

interface PdfFlags {
  readonly root?: string;
  readonly out?: string;
  readonly to?: string;
}

/** `dafu pdf [ID…]`. */
export function pdfCommand({ words }: Frame): Command {
  return new Command('pdf')
    .description(words.pdf)
    .argument('[id...]')
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--to <folder>', words.pdfTo)
    .action(async (ids: string[], { root, out, to }: PdfFlags) => {
      const { builtFolder, pdfFolder, rootFolder } = await import('../options.ts');
      const { writePdfs } = await import('../../release/printing/pdf.ts');
      const folder = rootFolder(root);
      const request = { root: folder, out: builtFolder(folder, out), to: pdfFolder(folder, to), ids };
      for (const path of await writePdfs(request)) {
        process.stdout.write(`${words.wrote(path)}\n`);
      }
    });
}
