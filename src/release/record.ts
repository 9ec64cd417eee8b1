import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { inspectRoot } from '../build/check/index.ts';
import type { SiteRequest } from '../build/produce.ts';
import { SiteError } from '../errors.ts';
import { feedScopes, feedSubjects } from '../formats/feed/scopes.ts';
import { inspectJson, readJson } from '../model/json-source.ts';
import { byCodeUnit } from '../model/order.ts';
import { type PublishedReply, publishedAddressesSchema, publishedReplyFile, textToRecord } from '../model/published.ts';
import type { Site } from '../model/site.ts';
import type { FileReport } from '../rules/file-report.ts';
import { isOfReply } from '../rules/layout.ts';
import { siteAddresses } from '../rules/site-addresses.ts';
import { siteUrls } from '../urls.ts';

const ADDRESSES = 'data/published/addresses.json';

/**
 * Writes what a root publishes now to `data/published/`: every address of a page, a feed or a file of `public/`, the official texts with their hashes, and the
 * datasets by version. What was recorded before stays, and nothing is recorded of a reply that is held back. Gives the paths it wrote. Throws a SiteError where `check` finds an error.
 */
export async function recordPublished(
  root: string,
  { today, moment }: Pick<SiteRequest, 'today' | 'moment'>,
): Promise<string[]> {
  const { reports: all, findings, held } = await inspectRoot(root, { today, moment });
  const heldIds = new Set(held.map(({ id }) => id));
  const reports = all.filter(({ path: file }) => !isOfReply(file, heldIds));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new SiteError(errors);
  const written: string[] = [];
  const write = (file: string, value: unknown) => {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const full = path.join(root, file);
    if (existsSync(full) && readFileSync(full, 'utf8') === text) return;
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    written.push(file);
  };
  const before = new Map(
    reports.flatMap(({ facts }) => (facts.kind === 'published-reply' ? [[facts.published.id, facts.published]] : [])),
  );
  for (const { facts } of reports) {
    if (facts.kind === 'dataset' && facts.dataset.whole) {
      const file = `data/published/datasets/${facts.id}/${facts.dataset.value.version}.json`;
      if (!existsSync(path.join(root, file)))
        write(
          file,
          inspectJson(readFileSync(path.join(root, `data/${facts.id}.json`), 'utf8'), z.unknown(), file).value,
        );
    }
    if (facts.kind !== 'document' || facts.frontMatter?.kind !== 'record' || !facts.frontMatter.whole) continue;
    const earlier: PublishedReply | undefined = before.get(facts.id);
    const now = textToRecord(facts.frontMatter.value, facts.blocks, today);
    if (earlier?.texts.at(-1)?.sha256 === now.sha256) continue;
    write(publishedReplyFile(facts.id), { id: facts.id, texts: [...(earlier?.texts ?? []), now] });
  }
  const site = reports.flatMap(({ facts }) => (facts.kind === 'site' ? [facts.site.value] : []))[0];
  const { pages, files } = siteAddresses(reports, site);
  write(ADDRESSES, {
    addresses: [...new Set([...recordedAddresses(root), ...pages.keys(), ...files, ...feedAddresses(reports)])].sort(
      byCodeUnit,
    ),
  });
  return written;
}

/** The feeds, as paths below the base: their addresses are in the programs of those who follow them. */
function feedAddresses(reports: readonly FileReport[]): string[] {
  const settings = reports.flatMap(({ facts }) =>
    facts.kind === 'site' && facts.site.whole ? [facts.site.value] : [],
  )[0];
  if (settings === undefined) return [];
  const bureaus = reports.flatMap(({ facts }) =>
    facts.kind === 'bureaus' ? [facts.bureaus.value.bureaus ?? []] : [],
  )[0];
  const site: Site = { ...settings, bureaus };
  const records = reports.flatMap(({ facts }) =>
    facts.kind === 'document' && facts.frontMatter?.kind === 'record' && facts.frontMatter.whole
      ? [facts.frontMatter.value]
      : [],
  );
  const subjects = feedSubjects(records.map(({ issuer, date }) => ({ issuers: issuer, year: date.slice(0, 4) })));
  const urls = siteUrls(site);
  return site.languages.flatMap((locale) =>
    feedScopes(site, subjects).flatMap(({ path: scope }) =>
      (['xml', 'json'] as const).map((format) => urls.feed(locale, scope, format).slice(site.base.length)),
    ),
  );
}

function recordedAddresses(root: string): readonly string[] {
  const full = path.join(root, ADDRESSES);
  return existsSync(full) ? readJson(readFileSync(full, 'utf8'), publishedAddressesSchema, ADDRESSES).addresses : [];
}
