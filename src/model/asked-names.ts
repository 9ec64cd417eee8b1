import { inBrackets, type Locale, type Translated } from './locale.ts';
import { byCodeUnit } from './order.ts';

/** What is printed of where somebody asked. */
interface AskedIn {
  readonly body?: string | undefined;
  readonly session?: string | undefined;
}

interface TranslatedReply {
  readonly record: { readonly answers: readonly AskedIn[] };
  readonly translations: Translated<{ readonly answers: readonly AskedIn[] }>;
}

/** Gives what a printed name is called in another language; undefined where no letter says. */
export type NamesOf = (printed: string | undefined) => string | undefined;

/**
 * What the translations of letters call the bodies, or sessions, that their originals print: of several names that which most letters
 * give. Two that are called alike are told apart by what is printed.
 */
export function askedNames(replies: readonly TranslatedReply[], locale: Locale, key: keyof AskedIn): NamesOf {
  const given = new Map<string, Map<string, number>>();
  for (const { record, translations } of replies)
    for (const [index, { [key]: printed }] of record.answers.entries()) {
      const name = translations[locale]?.answers[index]?.[key];
      if (printed === undefined || name === undefined) continue;
      const counts = given.get(printed) ?? new Map<string, number>();
      given.set(printed, counts.set(name, (counts.get(name) ?? 0) + 1));
    }
  const chosen = new Map([...given].map(([printed, counts]) => [printed, mostGiven(counts)]));
  const alike = Map.groupBy(chosen.values(), (name) => name);
  return (printed) => {
    const name = printed === undefined ? undefined : chosen.get(printed);
    if (printed === undefined || name === undefined) return undefined;
    return alike.get(name)?.length === 1 ? name : name + inBrackets(printed, locale);
  };
}

const mostGiven = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([one, many], [other, more]) => more - many || byCodeUnit(one, other))[0]?.[0] ?? '';

interface AskedByName extends AskedIn {
  readonly proposers?: readonly string[] | undefined;
}

/** What a letter calls somebody who asked, in its translation; undefined where it has none, or names others. */
export function askerNameIn(
  asked: readonly {
    readonly reply: {
      readonly record: { readonly answers: readonly AskedByName[] };
      readonly translations: Translated<{ readonly answers: readonly AskedByName[] }>;
    };
    readonly index: number;
  }[],
  name: string,
  locale: Locale,
): string | undefined {
  for (const { reply, index } of asked) {
    const printed = reply.record.answers[index]?.proposers ?? [];
    const others = reply.translations[locale]?.answers[index]?.proposers;
    // Only where each has a counterpart is it known which is whose.
    if (others?.length === printed.length) return others[printed.indexOf(name)];
  }
  return undefined;
}
