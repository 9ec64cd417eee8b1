import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CACHES, type Cache } from '../../cache/index.ts';
import { MISSING_FORMAT } from '../../formats/registry.ts';
import type { Site } from '../../model/site.ts';
import { QUOTE_FORMAT, type QuoteManifest } from '../../quotes/bundle.ts';
import { openMemory } from '../reuse/output-memory.ts';
import { writeAddresses, writeFileHashes } from './addresses.ts';
import { writeApiLists } from './api-lists.ts';
import { writeBulk } from './bulk.ts';
import { siteCards, writeCards } from './cards/index.ts';
import { writeFeeds } from './feeds.ts';
import { builtReplies, putSiteFile, writeSiteFile } from './replies.ts';
import { builtPublications, type ExchangeSubjects } from './subjects.ts';
import { writeCitations, writeTexts } from './texts.ts';

/** What is written from a site's finished pages. */
interface ExchangeRequest {
  /** Absolute. */
  readonly root: string;
  /** With the address that it is built for. */
  readonly site: Site;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Where builds of the root keep results for the next one; absolute. */
  readonly cache: Cache;
  /** The last build's output, where there is one. */
  readonly previous: string | undefined;
}

/** What is written from a site's pages, in two steps. */
interface ExchangeFiles {
  /** Writes the texts and the bulk files once the JSON of all replies and datasets is written: a page names their sizes. */
  readonly writeBulk: (folder: string) => Promise<void>;
  /** Writes the rest after Astro has written all pages. Runs before the integrations that read the whole site. */
  readonly integration: AstroIntegration;
}

/**
 * Writes beside the built pages what other programs read: texts, feeds, the bundles of the quotation check, sitemap and redirects. All of
 * it is made from the JSON that the rendering wrote, so no reply is parsed a second time.
 */
export function exchangeFiles(request: ExchangeRequest): ExchangeFiles {
  let begun: Begun | undefined;
  return {
    writeBulk: async (folder) => {
      begun = begin(folder, request);
      await writeBulk(begun.subjects, request.cache);
    },
    integration: {
      name: 'dafu-exchange',
      hooks: {
        'astro:build:done': ({ dir }) => writeOthers(begun ?? begin(fileURLToPath(dir), request)),
      },
    },
  };
}

/** What was opened and written in the first step. */
interface Begun {
  readonly subjects: ExchangeSubjects;
  readonly bundles: QuoteManifest['bundles'];
}

function begin(folder: string, request: ExchangeRequest): Begun {
  const { root, site, today, cache, previous } = request;
  const memory = openMemory({ folder, previous, cache, kind: CACHES.texts, site });
  const replies = builtReplies(folder, site, memory);
  const subjects = { folder, root, site, today, replies, published: builtPublications(folder), memory };
  return { subjects, bundles: writeTexts(subjects) };
}

async function writeOthers({ subjects, bundles }: Begun): Promise<void> {
  const { folder, root, site, replies, published, memory } = subjects;
  writeFeeds(subjects);
  writeCitations(subjects);
  writeApiLists(subjects);
  await writeCards(folder, siteCards(root, site, replies, published), memory);
  writeSiteFile(folder, MISSING_FORMAT.path, MISSING_FORMAT.write(undefined));
  writeAddresses(folder, root, site, memory);
  const files = writeFileHashes(folder, site, memory);
  const manifest: QuoteManifest = { format: QUOTE_FORMAT, bundles, files };
  putSiteFile(folder, memory, 'verify/index.json', JSON.stringify(manifest));
  memory.save();
}
