import type { NamesOf } from '../../model/askers.ts';
import { currentName, nameIn } from '../../model/bureau.ts';
import { bodyOf, type Facet } from '../../model/facets.ts';
import { type Locale, originalLanguage } from '../../model/locale.ts';
import { OUTCOMES } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';
import { replyWords } from './reply.ts';

/** What a value of a facet is called, and the language of that. `bodyIn` gives what bodies are called in the language. */
export function facetLabel(
  facet: Facet,
  value: string,
  replies: Parameters<typeof bodyOf>[0],
  { site, locale }: { readonly site: Site; readonly locale: Locale },
  bodyIn: NamesOf = () => undefined,
): { readonly text: string; readonly locale: Locale } {
  const own = (text: string | undefined) => ({ text: text ?? value, locale });
  switch (facet) {
    case 'year':
      return own(replyWords[locale].year(value));
    case 'topic':
      return own(site.topics.find(({ id }) => id === value)?.label[locale]);
    case 'kind':
      return own(site.answeredKinds.find(({ id }) => id === value)?.label[locale]);
    case 'outcome': {
      const outcome = OUTCOMES.find((code) => code.toLowerCase() === value);
      return own(outcome && replyWords[locale].outcomes[outcome]);
    }
    case 'body': {
      const printed = bodyOf(replies, value);
      const name = bodyIn(printed);
      return name === undefined ? { text: printed ?? value, locale: originalLanguage(site.languages) } : own(name);
    }
    case 'bureau': {
      const bureau = site.bureaus?.find(({ id }) => id === value);
      return bureau ? nameIn(currentName(bureau), locale) : own(undefined);
    }
  }
}
