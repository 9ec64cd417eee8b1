import { FINDING_LANGUAGES, type FindingLanguage } from '../errors.ts';

/**
 * The language that the command line speaks: what `--lang` names, else that of the system's locale
 * (LC_ALL before LC_MESSAGES before LANG, as POSIX orders them), else English.
 */
export function cliLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): FindingLanguage {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const named = at === -1 ? undefined : args[at]?.startsWith('--lang=') ? args[at]?.slice(7) : args[at + 1];
  const chosen = FINDING_LANGUAGES.find((locale) => locale === named);
  if (chosen) return chosen;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
