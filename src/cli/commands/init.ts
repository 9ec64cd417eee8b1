import { resolve } from 'node:path';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { initWords } from '../../language/messages/init.ts';
import type { Frame } from './frame.ts';

/** `dafu init`. */
export function initCommand({ language }: Frame): CommandUnknownOpts {
  const own = initWords[language];
  return new Command('init')
    .description(own.init)
    .argument('<folder>', own.folder)
    .requiredOption('--issuer <name>', own.issuer)
    .option('--issuer-en <name>', own.issuerEn)
    .option('--address <address>', own.address)
    .option('--package <file>', own.package)
    .option('--forge <name>', own.forge, 'none')
    .action(async (folder: string, { issuer, issuerEn, address, package: named, forge: name }) => {
      const { addressOption } = await import('../options.ts');
      const { PROJECT_FOLDER } = await import('../../system/program.ts');
      const { placeToFill } = await import('../../build/output/output-folder.ts');
      const { initSite } = await import('../../scaffold/init/index.ts');
      const root = placeToFill(folder, [PROJECT_FOLDER]);
      const { ownTarball } = await import('../../scaffold/init/own-package.ts');
      const { FORGES } = await import('../../scaffold/init/repository.ts');
      const { usageError } = await import('../../terminal/failures.ts');
      const forge = FORGES.find((candidate) => candidate === name);
      if (forge === undefined) throw usageError(() => own.badForge(name));
      const tarball = named === undefined || named.startsWith('https://') ? (named ?? ownTarball()) : resolve(named);
      const site = { issuer: issuer.trim(), issuerEn: issuerEn?.trim(), address: addressOption(address) };
      const { locked } = initSite(root, site, { forge, tarball }, language);
      const notes = [...(tarball === undefined ? [own.withoutPackage] : []), ...(locked ? [] : [own.notLocked])];
      process.stdout.write(`${[own.made(root), ...notes, own.next(folder)].join('\n')}\n`);
    });
}
