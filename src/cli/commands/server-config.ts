import { Argument, Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { SERVERS, type Server } from '../../release/headers/index.ts';
import type { Frame } from './frame.ts';

/** `dafu server-config`. */
export function serverConfigCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('server-config')
    .description(words.serverConfig)
    .addArgument(new Argument('<server>', words.serverKind).choices(SERVERS))
    .option('--root <folder>', words.root)
    .option('--releases <folder>', words.releases, '/srv/dafu/site/releases')
    .option('--listen <address>', words.listen)
    .action(async (server: Server, { root, releases, listen }) => {
      const { rootFolder } = await import('../options.ts');
      const { serverConfiguration } = await import('../../release/headers/index.ts');
      process.stdout.write(serverConfiguration(server, rootFolder(root), releases, listen));
    });
}
