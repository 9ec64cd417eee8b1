import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import { isFileOf } from '../../routes.ts';
import { budgetAudit } from './budget.ts';
import { approvalAudit, imageMetadata, pageFindings } from './file-rules.ts';
import { type PageLinks, readLinks, type SiteLocation } from './links.ts';
import { foreignRequests, ownAddresses } from './loads.ts';
import { readPageFacts } from './page-facts.ts';
import { type PersonalFact, personalFacts, searchText } from './personal.ts';
import { type ListedSite, siteFiles } from './site-files.ts';
import { apiTextFindings } from './sources.ts';
import { officialDigest, type TwinFacts } from './twins.ts';

/** Some files of a built site, and what they are audited against. Can be sent to another process. */
export interface FilesToAudit {
  readonly site: ListedSite;
  readonly location: SiteLocation;
  /** The numbers of all sheets that were approved. */
  readonly approved: ReadonlySet<string>;
  /** Which of the site's files are read. */
  readonly names: readonly string[];
}

/** How a file relates to others. */
export interface FileRelations {
  readonly links?: PageLinks;
  readonly page?: TwinFacts;
}

/** What is kept of a file that may be published. It survives JSON. */
export interface KeptAudit extends FileRelations {
  /** Findings that do not stop the build and are reported by every audit. */
  readonly warnings?: readonly Finding[];
}

/** What is found in one file by itself. Can be sent to another process. */
export interface FileAudit extends FileRelations {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Findings about addresses in it that lead nowhere. */
  readonly linkFindings: readonly Finding[];
  /** Whether these are errors depends on what the content means to show. */
  readonly personal: readonly PersonalFact[];
  /** The digests (`officialDigest`) of a reply's text on its page, by language tag: the texts of ten thousand replies would take 200 MB. */
  readonly official?: ReadonlyMap<string, string>;
}

type Found = Omit<FileAudit, 'name'>;

const NOTHING: Found = { findings: [], linkFindings: [], personal: [] };

/** Files of the search index that hold text; the others hold tokens of it. */
const SEARCH_FILE = /^pagefind\/[^/]+\/.*\/fragment\/[^/]+\.pf_fragment$/;
const TEXT_FILE = /\.(?:css|m?js|json|jsonld|webmanifest|xml|txt|md|csv|ics|bib|ris|ya?ml|atom|rss)$/;
const PICTURE = /\.(?:png|jpe?g|webp|gif|avif)$/i;

/** Reads files and gives what is found in each, in their order. `onShare` is called with the number read and the total. */
export function auditFiles(
  { site, location, approved, names }: FilesToAudit,
  onShare: (done: number, total: number) => void = () => {},
): readonly FileAudit[] {
  const files = siteFiles(site);
  const budget = budgetAudit(files, location.base);
  const approvals = approvalAudit(approved);
  const bytesOf = (name: string) => readFileSync(join(files.folder, name));
  const source = (name: string) => bytesOf(name).toString('utf8');
  return names.map((name, done) => {
    onShare(done, names.length);
    const found = auditByKind(name);
    const told = approvals(name, () => source(name));
    return detached({ ...found, name, findings: [...told, ...found.findings] });
  });

  function auditByKind(name: string): Found {
    if (/\.(?:html|svg)$/.test(name)) return auditPage(name, source(name));
    if (PICTURE.test(name)) return { ...NOTHING, findings: imageMetadata(name, bytesOf(name)) };
    if (SEARCH_FILE.test(name)) return { ...NOTHING, personal: personalFacts(name, searchText(bytesOf(name))) };
    return TEXT_FILE.test(name) ? auditText(name, source(name)) : NOTHING;
  }

  function auditPage(name: string, source: string): Found {
    const picture = name.endsWith('.svg');
    const facts = readPageFacts(source, picture);
    const ofPage = pageFindings(name, source, picture ? { ...facts, headings: 1, language: '', title: name } : facts);
    const references = [...facts.references, ...ownAddresses(source, location)];
    const { links, findings: linkFindings } = readLinks(name, source, { ...facts, references }, { files, location });
    const found = { linkFindings, personal: personalFacts(name, source, facts.words), links };
    if (picture) return { ...found, findings: ofPage };
    const { canonical, indexed, alternates, officialTexts } = facts;
    const isOfReply = officialTexts.size > 0 && (isFileOf('reply', name) || isFileOf('bilingual', name));
    return {
      ...found,
      findings: [...ofPage, ...budget(name, source, facts)],
      page: { canonical, indexed, alternates: [...alternates] },
      ...(isOfReply ? { official: digestsOf(officialTexts) } : {}),
    };
  }

  function auditText(name: string, written: string): Found {
    const source = name.endsWith('.ics') ? unfolded(written) : written;
    const personal = personalFacts(name, source);
    if (/\.(?:css|m?js)$/.test(name)) return { ...NOTHING, personal, findings: foreignRequests(name, source) };
    const findings = isFileOf('apiReply', name) ? apiTextFindings(name, source) : [];
    const facts = { ids: new Set<string>(), references: ownAddresses(source, location) };
    const { links, findings: linkFindings } = readLinks(name, source, facts, { files, location });
    return { findings, linkFindings, personal, links };
  }
}

/** A calendar with each of its lines whole: those of more than 75 bytes go on after a break and a space (RFC 5545, 3.1). */
const unfolded = (calendar: string): string => calendar.replace(/\r?\n[ \t]/g, '');

/** The digests of texts, as their sources are compared with them. */
export const digestsOf = (texts: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> =>
  new Map([...texts].map(([tag, text]) => [tag, officialDigest(text)]));

/** Copies the strings: a substring of a page would keep the whole page in memory until the audit ends. */
const detached = (found: FileAudit): FileAudit => structuredClone(found);
