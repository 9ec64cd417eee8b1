#!/usr/bin/env node
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { AstroIntegration } from 'astro';
import { freshStaging } from '../../src/build/output/state.ts';
import { renderingFolder } from '../../src/build/rendering/astro-folder.ts';
import { astroConfig } from '../../src/build/rendering/config.ts';
import { pageReuse } from '../../src/build/reuse/index.ts';

/**
 * Builds nothing but the pages of a root's replies, for `npm run bench`, into a folder that the next build sweeps: cleaning up is
 * no part of what is measured. `--cache` names a folder for Astro to fill.
 */
const { values } = parseArgs({
  options: { root: { type: 'string' }, cache: { type: 'string' }, today: { type: 'string', default: '2026-01-05' } },
});
if (values.root === undefined || values.cache === undefined) throw new Error('--root and --cache must name folders');

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';

/** The route of the pages that hold the text of one reply in one language: what another generator makes of the same documents. */
const REPLY_PAGES = '/[locale]/replies/[id]';

const { integration } = pageReuse({ previous: undefined, digestOf: () => '', onProgress: () => {} });

/** Lets a build make only the pages of replies. */
const onlyReplyPages: AstroIntegration = {
  ...integration,
  hooks: {
    ...integration.hooks,
    'astro:build:start': (hook) =>
      integration.hooks['astro:build:start']?.({
        ...hook,
        setPrerenderer: (prerenderer) =>
          hook.setPrerenderer((standard) => {
            const getStaticPaths = async () => {
              const all = await standard.getStaticPaths();
              const pages = all.filter(({ route }) => route.route === REPLY_PAGES);
              if (pages.length === 0) throw new Error(`no route is ${REPLY_PAGES}`);
              process.stdout.write(`${JSON.stringify({ pages: pages.length })}\n`);
              return pages;
            };
            const only = { ...standard, getStaticPaths };
            return typeof prerenderer === 'function' ? prerenderer(only) : prerenderer;
          }),
      }),
  },
};

const { build } = await import('astro');
const cache = path.resolve(values.cache);
const place = renderingFolder(cache);
const config = astroConfig({ root: path.resolve(values.root), cache, today: values.today }, place);
const staging = freshStaging(path.join(place, 'out'));
process.chdir(place);
await build({
  ...config,
  outDir: staging,
  integrations: [...(config.integrations ?? []), onlyReplyPages],
  logLevel: 'warn',
});
