import { resolve } from 'node:path';
import { Argument, Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { codeownersWords } from '../../language/messages/codeowners.ts';
import { initWords } from '../../language/messages/init.ts';
import { makeWords } from '../../language/messages/making.ts';
import { calledIn, LOCALES, USUAL_LANGUAGES } from '../../model/locale.ts';
import { ALL_FIELDS, askedBy, fieldsOf, NEW_KINDS } from '../../scaffold/new/fields.ts';
import { usageError } from '../../terminal/failures.ts';
import { addressOption, type CommandContext, choiceOption, givenIn, rootFolder } from '../options.ts';

/**
 * The package that a new site or another machine installs: the one that `--package` names, else that of the running
 * program.
 */
async function packageToInstall(named: string | undefined): Promise<string | undefined> {
  const { ownTarball } = await import('../../scaffold/packages.ts');
  if (named === undefined) return ownTarball();
  return named.startsWith('https://') ? named : resolve(named);
}

/** The languages that have a flag for the bureau's name; help shows only the usual one. */
const NAMED_LOCALES = LOCALES.map((locale) => ({ locale, isShown: USUAL_LANGUAGES.slice(1).includes(locale) }));

/** `dafu init`. */
function initCommand({ language }: CommandContext): CommandUnknownOpts {
  const own = initWords[language];
  const command = new Command('init')
    .description(own.init)
    .argument('<folder>', own.folder)
    .requiredOption('--issuer <name>', own.issuer)
    .option('--languages <codes>', own.languages(LOCALES))
    .option('--address <address>', own.address)
    .option('--package <file>', own.package)
    .option('--forge <name>', own.forge, 'none');
  for (const { locale, isShown } of NAMED_LOCALES)
    command.addOption(
      new Option(`--issuer-${locale} <name>`, own.issuerIn(calledIn(locale)[language])).hideHelp(!isShown),
    );
  return command.action(async (folder: string, given) => {
    const { PROJECT_FOLDER } = await import('../../system/program.ts');
    const { placeToFill } = await import('../../build/output/output-folder.ts');
    const { initSite, languagesGiven } = await import('../../scaffold/init/index.ts');
    const root = placeToFill(folder, [PROJECT_FOLDER]);
    const { FORGES } = await import('../../scaffold/init/repository.ts');
    const forge = choiceOption(FORGES, given.forge, own.badForge);
    const tarball = await packageToInstall(given.package);
    const codes = given.languages?.split(/[,\s]+/).filter(Boolean);
    const site = {
      ...languagesGiven(codes, given.issuer.trim(), givenIn(given, 'issuer'), language),
      address: addressOption(given.address),
    };
    const { locked } = initSite(root, site, { forge, tarball }, language);
    const notes = [...(tarball === undefined ? [own.withoutPackage] : []), ...(locked ? [] : [own.notLocked])];
    process.stdout.write(`${[own.made(root), ...notes, own.next(folder)].join('\n')}\n`);
  });
}

/** `title-en` as commander names it: `titleEn`. */
const camel = (name: string): string => name.replace(/-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

const USUAL = fieldsOf(USUAL_LANGUAGES);

/** `dafu new`. */
function newCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = makeWords[language];
  const command = new Command('new')
    .description(own.describe)
    .addArgument(new Argument('<kind>', own.kind).choices(NEW_KINDS))
    .option('--root <folder>', words.root);
  for (const field of ALL_FIELDS) {
    const kinds = NEW_KINDS.filter((kind) => USUAL[kind].some(({ name }) => name === field.name));
    const option = new Option(
      `--${field.name} <text>`,
      `${kinds.join(', ')}: ${field.name === field.asked ? own.fields[field.asked] : askedBy(field, language)}`,
    );
    // Help shows one flag of those that exist for each language.
    command.addOption(kinds.length === 0 ? option.hideHelp() : option);
  }
  return command.action(async (kind, flags: Readonly<Record<string, string | undefined>>) => {
    const { makeNew } = await import('../../scaffold/new/make-new.ts');
    const given = Object.fromEntries(
      ALL_FIELDS.flatMap(({ name }) => [[name, flags[camel(name)]]].filter(([, value]) => value !== undefined)),
    );
    const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
    process.stdout.write(await makeNew({ root: rootFolder(flags.root), kind, flags: given, language, interactive }));
  });
}

/** `dafu codeowners`. */
function codeownersCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = codeownersWords[language];
  return new Command('codeowners')
    .description(own.describe)
    .option('--root <folder>', words.root)
    .option('--check [file]', own.check)
    .action(async ({ root, check }) => {
      const { readSite } = await import('../../reading/files.ts');
      const { checkCodeowners, codeownersText } = await import('../../scaffold/codeowners.ts');
      const folder = rootFolder(root);
      const { bureaus = [] } = readSite(folder);
      const file = check === true ? undefined : check;
      process.stdout.write(
        check === undefined ? codeownersText(bureaus) : checkCodeowners(folder, file, bureaus, language),
      );
    });
}

/** `dafu bundle FILE`. */
function bundleCommand({ language }: CommandContext): CommandUnknownOpts {
  const own = initWords[language];
  return new Command('bundle')
    .description(own.bundle)
    .argument('<file>', own.bundleFile)
    .option('--package <file>', own.package)
    .option('--cpu <name>', own.cpu, 'x64')
    .action(async (file: string, { package: named, cpu }) => {
      const { PROCESSORS, writeBundle } = await import('../../scaffold/packages.ts');
      const processor = choiceOption(PROCESSORS, cpu, own.badCpu);
      const tarball = await packageToInstall(named);
      if (tarball === undefined) throw usageError(() => own.noOwnPackage);
      writeBundle(resolve(file), tarball, processor, language);
      process.stdout.write(`${own.bundled(resolve(file))}\n`);
    });
}

/** `dafu schemas`: what editors complete and warn by, in the languages of the site. */
function schemasCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = makeWords[language];
  return new Command('schemas')
    .description(own.schemas)
    .option('--root <folder>', words.root)
    .action(async ({ root: named }) => {
      const { siteLanguages } = await import('../../reading/files.ts');
      const { writeEditorFiles } = await import('../../scaffold/editor-files.ts');
      const root = rootFolder(named);
      process.stdout.write(own.written(writeEditorFiles(root, siteLanguages(root))));
    });
}

/** Commands for new sites and documents, and for what is generated for editors, forges and other machines. */
export const SETUP_COMMANDS = [initCommand, newCommand, codeownersCommand, schemasCommand, bundleCommand];
