import { Command } from 'commander';
import { initWords } from '../../language/messages/init.ts';
import type { Frame } from './frame.ts';

interface InitFlags {
  readonly issuer: string;
  readonly issuerEn?: string;
  readonly address?: string;
}

/** `dafu init`. */
export function initCommand({ language }: Frame): Command {
  const own = initWords[language];
  return new Command('init')
    .description(own.init)
    .argument('<folder>', own.folder)
    .requiredOption('--issuer <name>', own.issuer)
    .option('--issuer-en <name>', own.issuerEn)
    .option('--address <address>', own.address)
    .action(async (folder: string, { issuer, issuerEn, address }: InitFlags) => {
      const { addressOption } = await import('../options.ts');
      const { PROJECT_FOLDER } = await import('../../system/program.ts');
      const { placeToFill } = await import('../../build/output/output-folder.ts');
      const { initSite } = await import('../../scaffold/init/index.ts');
      const root = placeToFill(folder, [PROJECT_FOLDER]);
      initSite(root, { issuer: issuer.trim(), issuerEn: issuerEn?.trim(), address: addressOption(address) }, language);
      process.stdout.write(`${own.made(root)}\n${own.next(folder)}\n`);
    });
}
