import { z } from 'zod';
import { isCalendarDay } from './dates.ts';
import {
  LOCALES,
  type Locale,
  originalLanguage,
  originalWords,
  perLanguages,
  type Translated,
  translated,
} from './locale.ts';
import { languageShape, slugSchema, textSchema, translatedSchema, withLanguages } from './text.ts';
import { pageAddressSchema } from './web-address.ts';

const PARTIAL_DAY = 'must be a year (2019), a month (2019-03) or a day (2019-03-25)';

/** Whether a text is a year, a month or a day of the calendar in ISO 8601. */
const isPartialDay = (text: string): boolean =>
  /^\d{4}(?:-\d{2}){0,2}$/.test(text) && isCalendarDay(text + '2000-01-01'.slice(text.length));

/** When a name began or ended, as far as the bureau says: a year, a month or a day. YAML reads a bare year as a number. */
export const partialDaySchema = z
  .union([z.string(), z.int()], { error: PARTIAL_DAY })
  .transform(String)
  .refine(isPartialDay, { message: PARTIAL_DAY });

/** A name that a bureau bears or bore. Both ends count; a missing one is not known, or is still to come. */
const bureauNameSchema = perLanguages((languages) =>
  withLanguages<BureauName>(
    z.strictObject({
      ...languageShape(languages, (locale) => locale === originalLanguage(languages), textSchema),
      from: partialDaySchema.optional(),
      to: partialDaySchema.optional(),
    }),
  ),
);

/** A name by language, with its first and last year, month or day. */
export type BureauName = Translated & { readonly from?: string | undefined; readonly to?: string | undefined };

/** How a bureau is reached, each only where the bureau has given it. */
const bureauContactSchema = perLanguages((languages) =>
  z.strictObject({
    address: translatedSchema(languages, textSchema).optional(),
    postcode: textSchema.optional(),
    /** One or several numbers, each with what it is for where there are several. */
    telephones: z
      .array(z.strictObject({ number: textSchema, use: translatedSchema(languages, textSchema).optional() }))
      .default([]),
    email: z.email({ error: 'must be an e-mail address' }).optional(),
    website: pageAddressSchema.optional(),
    hours: translatedSchema(languages, textSchema).optional(),
  }),
);

/** A body that signs replies: a bureau of the county, or a unit below one. */
export const bureauSchema = perLanguages((languages) =>
  z.strictObject({
    /** Its place in addresses and the name of its folder of replies. Never changes, whatever the bureau is called. */
    id: slugSchema,
    /** Every name it signed with. Of those without `to`, the first is what it is called today; others are second names (加挂牌子). */
    names: z.array(bureauNameSchema(languages)).min(1),
    contact: bureauContactSchema(languages).optional(),
    /** The id of the body that it belongs to. */
    parent: slugSchema.optional(),
    /** Who approves changes in its folder: accounts or groups of the forge, for CODEOWNERS. Never published. */
    owners: z.array(textSchema).default([]),
  }),
);

/** content/bureaus.yaml: the bodies whose replies a site publishes, its host among them. */
export const bureausSchema = perLanguages((languages) =>
  z.strictObject({ bureaus: z.array(bureauSchema(languages)).min(1) }),
);

export type BureauList = z.infer<ReturnType<typeof bureausSchema>>;
export type Bureau = z.infer<ReturnType<typeof bureauSchema>>;

/** Whether a bureau bore a name on a day (`YYYY-MM-DD`): ends are compared as precisely as they are given. */
export function isBorneOn({ from, to }: Pick<BureauName, 'from' | 'to'>, day: string): boolean {
  return (
    (from === undefined || day.slice(0, from.length) >= from) && (to === undefined || day.slice(0, to.length) <= to)
  );
}

/** Whether two periods of names share a day for certain: one that ends in the year in which another begins may not. */
export function sharePeriod(one: Pick<BureauName, 'from' | 'to'>, other: Pick<BureauName, 'from' | 'to'>): boolean {
  const endsBefore = (end: string | undefined, begin: string | undefined) => {
    if (end === undefined || begin === undefined) return false;
    const precision = Math.min(end.length, begin.length);
    const [last, first] = [end.slice(0, precision), begin.slice(0, precision)];
    return last < first || (last === first && precision < 10);
  };
  return !endsBefore(one.to, other.from) && !endsBefore(other.to, one.from);
}

/** What a bureau is called today; the last name of one that no longer exists. */
export function currentName({ names }: Bureau): BureauName {
  const lasting = names.find(({ to }) => to === undefined);
  const [first, ...others] = names;
  if (first === undefined) throw new Error('a bureau without a name');
  return lasting ?? others.reduce((last, name) => ((name.to ?? '') > (last.to ?? '') ? name : last), first);
}

/** The names of a bureau besides what it is called today, in the order of the record. */
export function otherNames(bureau: Bureau): BureauName[] {
  const current = currentName(bureau);
  return bureau.names.filter((name) => name !== current);
}

/** A name in the first language that it has: that of the originals. */
export const firstName = (name: Translated): string => originalWords(name);

/** A name in a language, with the language it is in: one that has none in that language keeps its own. */
export function nameIn(name: Translated, locale: Locale): { text: string; locale: Locale } {
  const own = translated(name, locale);
  return { text: own?.value ?? '', locale: own?.locale ?? locale };
}

/** A bureau and the name by which it was found. */
interface NamedBureau {
  readonly bureau: Bureau;
  readonly name: BureauName;
}

/** Whether a name is this one, in any language: who signs is written in that of the letter. */
export const isCalled = (own: BureauName, name: string): boolean => LOCALES.some((locale) => own[locale] === name);

/** Every bureau that has a name, whenever it bore it. */
export function bureausNamed(bureaus: readonly Bureau[], name: string): NamedBureau[] {
  return bureaus.flatMap((bureau) =>
    bureau.names.flatMap((own): NamedBureau[] => (isCalled(own, name) ? [{ bureau, name: own }] : [])),
  );
}

/** The bureau that signed with a name on a day; where none bore it then, the one that bore it at another time. */
export function bureauOf(bureaus: readonly Bureau[], name: string, day: string): NamedBureau | undefined {
  const named = bureausNamed(bureaus, name);
  return named.find((found) => isBorneOn(found.name, day)) ?? named[0];
}

/** The bureaus that signed a reply, each once, in the order of its signatures. */
export function bureausOf(
  bureaus: readonly Bureau[],
  { issuers, date }: { readonly issuers: readonly string[]; readonly date: string },
): Bureau[] {
  return [...new Set(issuers.flatMap((issuer) => bureauOf(bureaus, issuer, date)?.bureau ?? []))];
}

/** What of a reply's record says whose it is. */
interface Signed {
  readonly record: { readonly issuer: readonly string[]; readonly date: string };
}

/** The bureaus that signed a reply of which the record is known. */
export const signers = (bureaus: readonly Bureau[], { record: { issuer, date } }: Signed): Bureau[] =>
  bureausOf(bureaus, { issuers: issuer, date });

/** Replies by the ids of the bureaus that signed them, in the order in which they came; a joint reply is each signer's. */
export function repliesByBureau<Reply extends Signed>(
  bureaus: readonly Bureau[],
  replies: readonly Reply[],
): Map<string, Reply[]> {
  const found = new Map<string, Reply[]>(bureaus.map(({ id }) => [id, []]));
  for (const reply of replies) for (const { id } of signers(bureaus, reply)) found.get(id)?.push(reply);
  return found;
}

/** The bodies above a bureau, the nearest first; a cycle of parents ends where it closes. */
export function bureausAbove(bureaus: readonly Bureau[], bureau: Bureau): Bureau[] {
  const above: Bureau[] = [];
  let next = bureaus.find(({ id }) => id === bureau.parent);
  while (next !== undefined && next !== bureau && !above.includes(next)) {
    above.push(next);
    const { parent } = next;
    next = bureaus.find(({ id }) => id === parent);
  }
  return above;
}

/** The bodies right below a bureau, in the order of the record. */
export const bureausBelow = (bureaus: readonly Bureau[], { id }: Pick<Bureau, 'id'>): Bureau[] =>
  bureaus.filter(({ parent }) => parent === id);

/** A bureau in the list of all, and how many bodies are above it. */
interface RankedBureau {
  readonly bureau: Bureau;
  readonly depth: number;
}

/** Bureaus with each below its parent, otherwise in the order of the record. */
export function bureauTree(bureaus: readonly Bureau[]): RankedBureau[] {
  const known = new Set(bureaus.map(({ id }) => id));
  const below = (parent: Bureau, depth: number): RankedBureau[] => [
    { bureau: parent, depth },
    ...bureausBelow(bureaus, parent).flatMap((child) => below(child, depth + 1)),
  ];
  return bureaus
    .filter(({ parent }) => parent === undefined || !known.has(parent))
    .flatMap((bureau) => below(bureau, 0));
}
