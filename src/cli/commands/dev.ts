import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu dev`. */
export function devCommand({ words, language }: Frame): CommandUnknownOpts {
  return new Command('dev')
    .description(words.dev)
    .option('--root <folder>', words.root)
    .option('--today <day>', words.today)
    .option('--port <port>', words.port)
    .action(async ({ root, today, port }) => {
      const { portOption, rootFolder, todayOption } = await import('../options.ts');
      const folder = rootFolder(root);
      const { serveDrafts } = await import('../../build/dev.ts');
      const request = { root: folder, today: todayOption(today), port: portOption(port, process.env), language };
      // What is wrong is shown and does not stop a draft from being looked at.
      await serveDrafts(request, (text) => process.stderr.write(text));
    });
}
