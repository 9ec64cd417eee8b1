import type { Finding, Place } from '../../errors.ts';
import type { NamedPlace } from '../../language/quantities/order.ts';
import type { Block } from '../../model/block.ts';
import type { Term } from '../../model/glossary.ts';
import { outdatedBlocks } from '../../model/reply.ts';
import { body, file, found, rule, translationKey } from '../../rule.ts';

export const TERM = rule('glossary-term', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '同一术语全站用同一译法，读者和检索才不会以为是两样东西。',
    en: 'A term has one rendering throughout, so that readers and searches do not take it for two things.',
  },
  examples: {
    bad: [
      ...file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: motor-pumped well\n'),
      ...body('机井已全部修复。', 'All the boreholes have been repaired.'),
    ],
    good: [
      ...file('content/glossary.yaml', 'terms:\n  - id: well\n    zh: 机井\n    en: motor-pumped well\n'),
      ...body('机井已全部修复。', 'All motor-pumped wells have been repaired.'),
    ],
  },
});

export const STALE = rule('translation-out-of-date', {
  severity: 'warning',
  why: {
    zh: '中文段落改过之后，按旧文译的英文要重新核对；网页上会标明。',
    en: 'After a Chinese paragraph changed, the English made from the old one has to be looked at again; the page marks it.',
  },
  examples: {
    bad: translationKey('translation: { method: human, basedOn: { p2: "0000000000000000" } }'),
    good: translationKey('translation: { method: human }'),
  },
});

/** A term made ready for looking it up in many blocks. */
export interface PreparedTerm {
  readonly term: Term;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Terms, longest first: a term inside a longer one counts with the longer. */
export function prepareTerms(terms: readonly Term[]): PreparedTerm[] {
  return [...terms]
    .sort((one, other) => other.zh.length - one.zh.length)
    .map((term) => ({ term, zh: [term.zh, ...term.also.zh], en: [term.en, ...term.also.en].map(fold) }));
}

/** Terms of a Chinese block whose rendering its English lacks. */
export function termFindings(zh: string, en: string, terms: readonly PreparedTerm[], place: Place): Finding[] {
  let rest = zh;
  let english: string | undefined;
  return terms.flatMap(({ term, zh: forms, en: renderings }): Finding[] => {
    if (!forms.some((form) => rest.includes(form))) return [];
    for (const form of forms) rest = rest.replaceAll(form, '\u0000');
    english ??= fold(en);
    if (renderings.some((rendering) => english?.includes(rendering))) return [];
    return [
      found(
        TERM,
        place,
        {
          zh: `术语“${term.zh}”在这一段英文里没有译作“${term.en}”`,
          en: `“${term.zh}” is not rendered as “${term.en}” in this paragraph`,
        },
        {
          zh: '请改用术语表的译法；另一种译法也可以时，把它加到 content/glossary.yaml 该词的 also.en',
          en: 'use the rendering of the glossary, or add another that is right to also.en of the term in content/glossary.yaml',
        },
      ),
    ];
  });
}

/** Where the names of terms stand in a text of a language, the longer before what it holds. */
export function namedPlaces(text: string, terms: readonly PreparedTerm[], locale: 'zh' | 'en'): NamedPlace[] {
  const searched = locale === 'zh' ? text : text.toLowerCase();
  const taken: NamedPlace[] = [];
  for (const { term } of terms)
    for (const name of [term[locale], ...term.also[locale]]) {
      const wanted = locale === 'zh' ? name : name.toLowerCase();
      for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + wanted.length)) {
        const end = at + wanted.length;
        if (!taken.some((other) => at < other.end && other.start < end)) taken.push({ id: term.id, start: at, end });
      }
    }
  return taken;
}

/** Words as they are compared: lower case, plain quotes, singular and plural alike. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[-\s]+/g, ' ')
    .replace(/ies\b/g, 'y')
    .replace(/(?<=[a-z]{2})s\b(?!')/g, '')
    .replace(/s'(?=\s|$)/g, "'");
}

/** English blocks that were made from another Chinese text than stands there now. */
export function staleFindings(
  zh: readonly Block[],
  en: readonly Block[],
  basedOn: Readonly<Record<string, string>>,
  file: string,
): Finding[] {
  const outdated = outdatedBlocks(zh, basedOn);
  return outdated.map((id) =>
    found(
      STALE,
      { file, line: en[zh.findIndex((block) => block.id === id)]?.line ?? 1, column: 1 },
      {
        zh: `这一段（#${id}）的中文改过，英文还是按旧文译的`,
        en: `the Chinese of this paragraph (#${id}) has changed since it was translated`,
      },
      {
        zh: '请对照新的中文改好英文，再运行 dafu translate 更新记录',
        en: 'bring the English up to date, then run dafu translate to record it',
      },
    ),
  );
}
