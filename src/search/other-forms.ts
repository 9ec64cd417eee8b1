import { textsWithDates } from './date-forms.ts';
import { normalise } from './normalise.ts';
import { chineseNumberForms, englishNumberForms, percentageForms } from './number-forms.ts';
import { unitForms } from './unit-forms.ts';

/*
 * One date, one number and one unit have several forms: 2024年12月31日 and 2024-12-31, 36座 and 三十六座, thirty-six wells and 36 wells,
 * 2,160 ha and 2,160 hectares. A query that names one is searched in the others too, and their results are listed apart.
 */

/** The extension of a file's name: pages give the type in other words. */
const FILE_ENDING = /\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|csv|txt|zip|jpe?g|png)$/u;

/** At most this many forms are searched. */
const MOST_FORMS = 12;

/** The other forms of a query that names a date, counts or measures something, or ends as the name of a file does; none for any other. */
export function otherForms(query: string): string[] {
  const text = normalise(query).text.trim();
  const dated = textsWithDates(text);
  const forms =
    dated.length > 0
      ? dated
      : [
          ...percentageForms(text),
          ...chineseNumberForms(text),
          ...englishNumberForms(text),
          ...unitForms(text),
          text.replace(FILE_ENDING, ''),
        ];
  // Only spaces between words count: per cent, percent.
  const keyOf = (form: string) =>
    normalise(form)
      .text.replaceAll('"', '')
      .replace(/([a-z]) (?=[a-z])/g, '$1_')
      .replaceAll(' ', '');
  const seen = new Set([keyOf(text)]);
  return forms
    .filter((form) => {
      const key = keyOf(form);
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .slice(0, MOST_FORMS);
}
