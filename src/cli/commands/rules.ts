import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { checkWords } from '../../language/messages/check.ts';
import { usageError } from '../../terminal/failures.ts';
import type { Frame } from './frame.ts';

/** `dafu rules [ID]`. */
export function rulesCommand({ language }: Frame): CommandUnknownOpts {
  const own = checkWords[language];
  return new Command('rules')
    .description(own.rules)
    .argument('[rule]', own.ruleId)
    .option('--format <format>', own.rulesFormat, 'text')
    .action(async (id: string | undefined, { format }: { readonly format: string }) => {
      const { rulesMarkdown, rulesText } = await import('../../scaffold/rules/list.ts');
      if (format !== 'text' && format !== 'markdown') throw usageError(() => own.badRulesFormat(format));
      const text = format === 'markdown' ? rulesMarkdown() : rulesText(id, language);
      if (text === undefined) throw usageError(() => own.noRule(id ?? ''));
      process.stdout.write(text);
    });
}
