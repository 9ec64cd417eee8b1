import type { Finding } from '../errors.ts';
import type { Rule } from '../rule.ts';
import type { DatasetSource } from './figures/source.ts';
import type { SiteDocument } from './inspect-site.ts';

/** What a rule sees of a site whose files were read. */
export interface ReadSite {
  readonly documents: readonly SiteDocument[];
  readonly datasets: readonly DatasetSource[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A rule that finds by itself what breaks it: one object, which the registry lists, documents, tries and runs. */
export interface CheckingRule extends Rule {
  readonly check: (site: ReadSite) => readonly Finding[];
}

/** Whether a rule has a check of its own. The others are found by whoever reads a file, or beside a rule that is checked with them. */
export const isChecking = (rule: Rule): rule is CheckingRule => 'check' in rule;
