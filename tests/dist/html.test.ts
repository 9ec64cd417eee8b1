import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { builtPages, readBuilt } from './site.ts';

const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // How a void element or a doctype is written means nothing to a browser.
      'void-style': 'off',
      'doctype-style': 'off',
      // Titles name the reply and the site; search engines cut where they like.
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      // The search filters are a form that only script shows; they apply at once and submit nothing.
      'wcag/h32': 'off',
      // Telephone numbers keep their hyphens, to be copied and found; the style sheet keeps them in one line.
      'tel-non-breaking': ['error', { ignoreClasses: ['nobr'] }],
    },
  }),
);

test('every page is valid HTML', async () => {
  const wrong: string[] = [];
  for (const { file } of builtPages()) {
    const report = await validator.validateString(readBuilt(file), file);
    for (const { filePath, messages } of report.results)
      for (const { line, column, ruleId, message } of messages)
        wrong.push(`${filePath}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(wrong).toEqual([]);
});
