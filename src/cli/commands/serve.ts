import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu serve`. */
export function serveCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('serve')
    .description(words.serve)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--port <port>', words.port)
    .option('--host <address>', words.host, '127.0.0.1')
    .action(async ({ root, out, port, host }) => {
      const { builtFolder, portOption, rootFolder } = await import('../options.ts');
      const folder = rootFolder(root);
      const { serveSite } = await import('../../release/serving/server.ts');
      const url = await serveSite({
        out: builtFolder(folder, out),
        root: folder,
        port: portOption(port, process.env),
        host,
      });
      process.stdout.write(`${words.serving(url)}\n`);
    });
}
