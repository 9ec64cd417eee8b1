import { resolve } from 'node:path';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { initWords } from '../../language/messages/init.ts';
import type { Frame } from './frame.ts';

/** `dafu bundle FILE`. */
export function bundleCommand({ language }: Frame): CommandUnknownOpts {
  const own = initWords[language];
  return new Command('bundle')
    .description(own.bundle)
    .argument('<file>', own.bundleFile)
    .option('--package <file>', own.package)
    .option('--cpu <name>', own.cpu, 'x64')
    .action(async (file: string, { package: named, cpu }) => {
      const { ownTarball } = await import('../../scaffold/init/own-package.ts');
      const { PROCESSORS, writeBundle } = await import('../../scaffold/bundle.ts');
      const { usageError } = await import('../../terminal/failures.ts');
      const processor = PROCESSORS.find((candidate) => candidate === cpu);
      if (processor === undefined) throw usageError(() => own.badCpu(cpu));
      const tarball = named === undefined || named.startsWith('https://') ? (named ?? ownTarball()) : resolve(named);
      if (tarball === undefined) throw usageError(() => own.noOwnPackage);
      writeBundle(resolve(file), tarball, processor, language);
      process.stdout.write(`${own.bundled(resolve(file))}\n`);
    });
}
