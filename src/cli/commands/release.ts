import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu release`. */
export function releaseCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('release')
    .description(words.release)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.releaseOut)
    .option('--address <address>', words.address)
    .option('--today <day>', words.today)
    .option('--keep <number>', words.keep, '5')
    .option('--key <file>', words.key)
    .option('--record', words.releaseRecord)
    .option('--jobs <number>', words.jobs)
    .option('--verbose', words.verbose)
    .action(async ({ root, out, address, today, keep, key, record, jobs, verbose }) => {
      const { addressOption, jobsOption, nowOption, outputFolder, rootFolder } = await import('../options.ts');
      const { usageError } = await import('../../terminal/failures.ts');
      if (!/^[1-9]\d{0,3}$/.test(keep)) throw usageError((own) => own.badKeep(keep));
      const { releaseSite } = await import('../../release/release.ts');
      const { readSecretKey } = await import('../../release/sign.ts');
      const folder = rootFolder(root);
      const now = nowOption(today);
      const request = {
        root: folder,
        out: out === undefined ? undefined : outputFolder(folder, out),
        address: addressOption(address),
        ...now,
        keep: Number(keep),
        key: key === undefined ? undefined : readSecretKey(key, folder),
        jobs: jobsOption(jobs),
        verbose: verbose ?? false,
        released: new Date().toISOString(),
      };
      const { terminalProgress } = await import('../../build/stages.ts');
      const { onProgress, end } = terminalProgress(process.stderr, words);
      const { name, folder: place, made } = await releaseSite(request, onProgress).finally(end);
      process.stdout.write(`${made ? words.released(name, place) : words.stands(name, place)}\n`);
      if (!record) return;
      const { recordPublished } = await import('../../release/record.ts');
      for (const file of await recordPublished(folder, now)) process.stdout.write(`${words.recorded(file)}\n`);
    });
}
