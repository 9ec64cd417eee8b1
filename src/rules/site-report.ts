import type { Finding } from '../errors.ts';
import type { Locale } from '../model/locale.ts';
import { isWhole } from '../model/readable-part.ts';
import type { Site } from '../model/site.ts';
import type { HeldReply } from './held.ts';
import { uncomparedLanguages, untranslatedReplies } from './pairs/languages.ts';
import type { ReadSite } from './read-site.ts';
import { uncountedReplies } from './records.ts';
import type { Waived } from './waivers.ts';

/** Everything that is wrong with a site, and what its authors set aside with a reason. */
export interface SiteReport extends SiteNotes {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** The replies whose time to be published has not come: listed, never a fault. */
  readonly held: readonly HeldReply[];
}

/** What `dafu check` lists of a site that is no fault. */
export interface SiteNotes {
  /** Identifiers of government sites that site.yaml does not give (its `identifiers`). */
  readonly notGiven: readonly (keyof Site['identifiers'])[];
  /** The replies whose record does not give what a register asks for. */
  readonly repliesLack: Readonly<Record<RecordTag, readonly string[]>>;
  /** The replies whose working days until publication are not counted, by the year whose days off are not known. */
  readonly uncounted: Readonly<Record<string, readonly string[]>>;
  /** On a site in several languages, the replies that are in one only: a fault only where the site asks for translations. */
  readonly untranslated: readonly string[];
  /** The languages of translations whose figures nothing reads, so that they are not compared. */
  readonly uncompared: readonly Locale[];
}

/** What of a record a page shows to registers, and leaves out where the bureau has not given it. */
export type RecordTag = 'published' | 'indexNumber';

/** What 国办发〔2017〕47号 asks of a government's site. */
const IDENTIFIERS = ['siteIdCode', 'siteDomain', 'icp', 'psb'] as const;

/** Lists what a site does not give, count or compare. */
export function siteNotes(site: ReadSite): SiteNotes {
  const identifiers = site.site?.identifiers;
  const lacking = (key: RecordTag) =>
    site.replies.flatMap(({ id, frontMatter }) =>
      frontMatter?.kind === 'record' && isWhole(frontMatter, key) && frontMatter.value[key] === undefined ? [id] : [],
    );
  return {
    notGiven: identifiers === undefined ? [] : IDENTIFIERS.filter((name) => identifiers[name] === undefined),
    repliesLack: { published: lacking('published'), indexNumber: lacking('indexNumber') },
    uncounted: uncountedReplies(site),
    untranslated: untranslatedReplies(site),
    uncompared: uncomparedLanguages(site),
  };
}
