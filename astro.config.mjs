import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { exchangeFiles } from './src/build/formats/index.ts';
import { publishPublicFiles } from './src/build/public-files.ts';
import { siteRoutes } from './src/build/rendering/routes.ts';
import { readSite } from './src/reading/files.ts';
import { addressOverride, siteCache, siteRoot } from './src/reading/root.ts';
import { remarkGuard } from './src/text/guard/plugin.ts';
import { remarkPlugins } from './src/text/index.ts';
import { rehypePassageIds } from './src/text/passage-ids.ts';
import { remarkSiteLinks } from './src/text/site-links.ts';

const root = siteRoot();
const site = readSite(root);
const program = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  site: addressOverride() ?? site.address,
  base: site.base,
  output: 'static',
  srcDir: './src',
  trailingSlash: 'always',
  outDir: process.env.DAFU_OUT ?? path.join(root, '.dafu', 'out'),
  cacheDir: siteCache(),
  publicDir: path.join(root, 'public'),
  // The default, 'jsx', eats spaces between inline elements.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    // The default processor runs no remark plugin; GFM and typographic quotes are off because our own list decides.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [...remarkPlugins, [remarkGuard, { root }], [remarkSiteLinks, { base: site.base }]],
      rehypePlugins: [rehypePassageIds],
    }),
  },
  integrations: [
    siteRoutes(),
    mdx(),
    publishPublicFiles(root),
    exchangeFiles(root, { ...site, address: addressOverride() ?? site.address }),
  ],
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Astro marks every MDX module with a directive of its own, which the bundler cannot know.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // Content may stand outside the program's folder: its imports are the program's all the same.
    resolve: { dedupe: ['astro'], tsconfigPaths: false },
    server: { fs: { allow: [program, root] } },
  },
});
