#!/usr/bin/env node
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { AstroIntegration } from 'astro';
import { freshStaging } from '../../src/build/output/builds.ts';
import { lockFolder } from '../../src/build/output/lock.ts';
import { pageReuse } from '../../src/build/reuse/index.ts';

/**
 * Builds nothing but the pages of a root's replies, for `npm run bench`, into a folder that the next build sweeps: cleaning up is
 * no part of what is measured. `--cache` names a folder for Astro to fill.
 */
const { values } = parseArgs({
  options: { root: { type: 'string' }, cache: { type: 'string' }, today: { type: 'string', default: '2026-01-05' } },
});
if (values.root === undefined || values.cache === undefined) throw new Error('--root and --cache must name folders');

const PROJECT = path.resolve(import.meta.dirname, '../..');
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';
process.env.DAFU_ROOT = path.resolve(values.root);
process.env.DAFU_TODAY = values.today;

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

/** Texts, feeds and cards are made from other pages than those of replies. */
const isForPages = (integration: AstroIntegration | false | null | undefined) =>
  integration && integration.name !== 'dafu-exchange';

// The configuration reads the root from the environment.
const { default: config } = await import('../../astro.config.mjs');
const { build } = await import('astro');
using _program = lockFolder(path.join(PROJECT, '.dafu', 'rendering'));
const staging = freshStaging(path.join(PROJECT, '.dafu', 'staging'));
process.chdir(staging);
try {
  await build({
    ...config,
    configFile: false,
    root: PROJECT,
    outDir: staging,
    cacheDir: path.resolve(values.cache),
    integrations: [...(config.integrations ?? []).flat().filter(isForPages), onlyReplyPages],
    logLevel: 'warn',
  });
} finally {
  process.chdir(PROJECT);
}
