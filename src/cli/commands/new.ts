import { Argument, Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { makeWords } from '../../language/messages/making.ts';
import { ALL_FIELDS, FIELDS, NEW_KINDS } from '../../scaffold/new/fields.ts';
import type { Frame } from './frame.ts';

/** `title-en` as commander names it: `titleEn`. */
const camel = (name: string): string => name.replace(/-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

/** `dafu new`. */
export function newCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = makeWords[language];
  const command = new Command('new')
    .description(own.describe)
    .addArgument(new Argument('<kind>', own.kind).choices(NEW_KINDS))
    .option('--root <folder>', words.root);
  for (const name of ALL_FIELDS) {
    const kinds = NEW_KINDS.filter((kind) => FIELDS[kind].some((field) => field.name === name));
    command.option(`--${name} <text>`, `${kinds.join(', ')}: ${own.fields[name]}`);
  }
  return command.action(async (wanted: string, flags: Readonly<Record<string, string | undefined>>) => {
    const { rootFolder } = await import('../options.ts');
    const { makeNew } = await import('../../scaffold/new/make-new.ts');
    const kind = NEW_KINDS.find((candidate) => candidate === wanted);
    if (kind === undefined) return;
    const given = Object.fromEntries(
      ALL_FIELDS.flatMap((name) => [[name, flags[camel(name)]]].filter(([, value]) => value !== undefined)),
    );
    const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
    process.stdout.write(await makeNew({ root: rootFolder(flags.root), kind, flags: given, language, interactive }));
  });
}
