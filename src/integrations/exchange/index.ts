import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { QuoteManifest } from '../../exchange/quote/bundle.ts';
import type { Site } from '../../model/site.ts';
import { writeAddresses } from './addresses.ts';
import { writeCards } from './cards/index.ts';
import { siteCards } from './cards/of-site.ts';
import { writeFeeds } from './feeds.ts';
import { writeFileHashes } from './file-hashes.ts';
import { builtReplies, writeSiteFile } from './replies.ts';
import { writeTexts } from './texts.ts';

/**
 * Writes beside the built pages what other programs take away: texts, feeds, the quotation check's bundles, sitemap and
 * redirects. All of it is made from the JSON that the pages' own build wrote, so no reply is parsed a second time.
 */
export async function writeExchangeFiles(folder: string, root: string, site: Site): Promise<void> {
  const replies = builtReplies(folder);
  const bundles = writeTexts(folder, root, site, replies);
  writeFeeds(folder, site, replies);
  await writeCards(folder, join(root, '.dafu/cache/cards'), siteCards(folder, site, replies));
  writeAddresses(folder, root, site);
  const manifest: QuoteManifest = {
    bundles,
    files: writeFileHashes(folder, join(root, '.dafu/cache/file-hashes.json'), site),
  };
  writeSiteFile(folder, 'verify/index.json', JSON.stringify(manifest));
}

/** Runs `writeExchangeFiles` when Astro has written all pages. Stands before the integrations that read the whole site. */
export function exchangeFiles(root: string, site: Site): AstroIntegration {
  return {
    name: 'dafu-exchange',
    hooks: {
      'astro:build:done': ({ dir }) => writeExchangeFiles(fileURLToPath(dir), root, site),
    },
  };
}
