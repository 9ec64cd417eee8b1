import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Bureau, bureausNamed } from './bureau.ts';
import { calendarDaySchema } from './dates.ts';
import { type Languages, LOCALES, type Locale, originalLanguage, perLanguages, USUAL_LANGUAGES } from './locale.ts';
import { maskingSchema } from './masking.ts';
import { localizedSchema, slugSchema, textSchema } from './text.ts';
import { basePathSchema, contactSchema, originSchema, secureAddressSchema } from './web-address.ts';

/** A kind of document that replies answer: a deputies' suggestion (建议), a committee members' proposal (提案) … */
const answeredKindSchema = perLanguages((languages) =>
  z.strictObject({ id: slugSchema, label: localizedSchema(languages) }),
);

/** 网站标识码: ten digits or capital letters, given by the national register of government sites. */
const siteIdCodeSchema = z.string().regex(/^[0-9A-Z]{10}$/, 'must be ten digits or capital letters, in quotes');

/** 公安备案号 as the police register of sites gives it: a province's sign, 公网安备, fourteen digits, 号. */
const policeRecordSchema = z
  .string()
  .regex(/^\p{Script=Han}公网安备 ?\d{14}号$/u, 'must read like 京公网安备00000000000000号');

/** content/site.yaml: the bureau and its site. What the bureau has not given is left out, never invented. */
export const siteSchema = perLanguages((languages) =>
  z.strictObject({
    /** Where the site lives, without its path; `https://dafu.example` until the bureau gives an address. */
    address: originSchema,
    /** The path the site lives under, beginning and ending with `/`. */
    base: basePathSchema.default('/'),
    /**
     * `none` leaves out the site's own header and footer, for a portal that puts its own around each page (in `#portal-header` and
     * `#portal-footer`); a line of ways through the site stays.
     */
    frame: z.enum(['own', 'none']).optional(),
    /** False puts a line on every page that this is a demonstration, not the bureau's publication. */
    official: z.boolean(),
    /** The site's languages; the first is that of the originals, which governs. */
    languages: z
      .array(z.enum(LOCALES))
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'must name each language once'),
    issuer: localizedSchema(languages),
    /** The site's name, as in its header and titles. */
    name: localizedSchema(languages),
    description: localizedSchema(languages),
    /** The terms of the content, which are the bureau's to set. */
    terms: localizedSchema(languages).optional(),
    topics: z.array(z.strictObject({ id: slugSchema, label: localizedSchema(languages) })).default([]),
    answeredKinds: z.array(answeredKindSchema(languages)).default([]),
    /** Identifiers that government sites carry (国办发〔2017〕47号), each only where the bureau has given it. */
    identifiers: z
      .strictObject({
        siteIdCode: siteIdCodeSchema.optional(),
        icp: textSchema.optional(),
        psb: policeRecordSchema.optional(),
        siteDomain: textSchema.optional(),
      })
      .default({}),
    /** Findings that are meant, in files that have no front matter of their own to list them in. */
    waivers: z.array(z.strictObject({ rule: slugSchema, file: textSchema, reason: textSchema })).default([]),
    /** Mailboxes of the office at a public provider, such as `bureau@163.com`: addresses there are private otherwise. */
    officeMail: z.array(z.email()).optional(),
    /** How personal information is masked that was published (`dafu redact`). */
    masking: maskingSchema.optional(),
    /** Where to report a weakness of the site, and until when that holds (RFC 9116). */
    security: z
      .strictObject({
        contact: contactSchema,
        expires: calendarDaySchema,
        policy: secureAddressSchema.optional(),
      })
      .optional(),
    /** Whether every reply has to be translated into the site's other language. Without it a reply may be in Chinese only. */
    requireTranslation: z.boolean().optional(),
    /** The roles that have to approve each letter as it is published (审核人, 分管领导 …): a release refuses one that was changed since. */
    requireApproval: z.array(textSchema).min(1).optional(),
    /** Working days within which a reply is to be published, counted from the day after its date (a rule of the bureau's province). */
    publicationLimit: z.int().positive().optional(),
    /** Whether a release prints each letter as PDF. A build prints none. */
    pdf: z.boolean().optional(),
    /** Observations shown as key figures on the home page: `dataset/observation`. */
    keyFigures: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)).default([]),
  }),
);

/** A site: what site.yaml says of it, and the bureaus of content/bureaus.yaml where there is one. */
export type Site = z.infer<ReturnType<typeof siteSchema>> & { readonly bureaus?: readonly Bureau[] | undefined };

const languagesSchema = z.looseObject({ languages: z.array(z.enum(LOCALES)).min(1) });

/** The languages that the text of site.yaml names; Chinese and English where it cannot be read, which is a finding of its own. */
export function languagesOf(text: string): Languages {
  const { languages } = languagesSchema.safeParse(parseDocument(text, { logLevel: 'silent' }).toJS()).data ?? {};
  return languages ?? USUAL_LANGUAGES;
}

/**
 * The name of a body that answers, in a language: that of the site's own and of bureaus that give one. Another is never given a
 * name in another language, but keeps its own.
 */
export function issuerName(
  issuer: string,
  locale: Locale,
  site: Pick<Site, 'issuer' | 'bureaus' | 'languages'>,
): string {
  const original = originalLanguage(site.languages);
  if (issuer === site.issuer[original]) return site.issuer[locale];
  if (locale === original) return issuer;
  return (
    bureausNamed(site.bureaus ?? [], issuer).find(({ name }) => name[locale] !== undefined)?.name[locale] ?? issuer
  );
}
