import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroInlineConfig, AstroIntegration, ViteUserConfig } from 'astro';
import type { Languages } from '../../model/locale.ts';
import { readSite } from '../../reading/files.ts';
import type { SiteSettings } from '../../reading/root.ts';
import { ROUTE_LIST } from '../../routes.ts';
import { MODULE_ENDING, PROJECT_FOLDER, packageFolders, SOURCE_FOLDER } from '../../system/program.ts';
import { remarkPlugins } from '../../text/dialect.ts';
import { rehypePassageIds, rehypeReportSections, remarkGuard, remarkSiteLinks } from '../../text/mdx-plugins.ts';

/** The oldest browsers that support cascade layers, which the styles need: the bundler writes no newer syntax. */
const OLDEST_BROWSERS = ['chrome99', 'firefox97', 'safari15.4'] as const;

/** The module by which pages get the program's settings. */
const SETTINGS = 'virtual:dafu/settings';

/**
 * Astro's configuration for a bureau's site, whose own files it reads from `settings.root`. `astroRoot` is Astro's own folder for it.
 * Throws a SiteError where content/site.yaml cannot be read.
 */
export function astroConfig(settings: SiteSettings, astroRoot: string): AstroInlineConfig {
  const { root } = settings;
  const site = readSite(root);
  return {
    configFile: false,
    root: astroRoot,
    srcDir: SOURCE_FOLDER,
    outDir: join(astroRoot, 'out'),
    cacheDir: join(astroRoot, 'cache'),
    // The bundler would follow links and copy everything: `copyPublicFiles` copies only what is published.
    publicDir: join(astroRoot, 'no-public'),
    site: settings.address ?? site.address,
    base: site.base,
    output: 'static',
    trailingSlash: 'always',
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
        rehypePlugins: [rehypePassageIds, rehypeReportSections],
      }),
    },
    integrations: [routes(), mdx()],
    vite: {
      cacheDir: join(astroRoot, 'cache', 'vite'),
      build: {
        assetsInlineLimit: 0,
        target: [...OLDEST_BROWSERS],
        cssTarget: [...OLDEST_BROWSERS],
        // Astro marks every MDX module with its own directive, which the bundler does not know.
        rolldownOptions: { checks: { moduleLevelDirective: false } },
      },
      // Only the program configures how style sheets are read, not a file in some folder above.
      css: { postcss: {} },
      plugins: [
        settingsModule(settings),
        languagesOfPages(site.languages),
        scriptsOfComponents(),
        documentsOf(root, astroRoot),
      ],
      worker: { plugins: () => [languagesOfPages(site.languages)] },
      resolve: { tsconfigPaths: false },
      server: { fs: { allow: [PROJECT_FOLDER, ...packageFolders(), root] } },
    },
  };
}

/** Gives Astro the routes of the table, and none by the place of a file. */
function routes(): AstroIntegration {
  return {
    name: 'dafu-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [, { path, entry }] of ROUTE_LIST) {
          if (entry === undefined) continue;
          const pattern = `/${path.replace(/\/$|\.html$/, '')}`;
          injectRoute({
            pattern,
            entrypoint: join(SOURCE_FOLDER, 'site/pages', entry.replace(/\.ts$/, MODULE_ENDING)),
          });
        }
      },
    },
  };
}

type Plugin = Exclude<
  NonNullable<ViteUserConfig['plugins']>[number],
  false | null | undefined | readonly unknown[] | Promise<unknown>
>;

/** The module by which the program's settings reach pages, in whatever process or part of the bundler they run. */
function settingsModule(settings: SiteSettings): Plugin {
  const id = `\0${SETTINGS}`;
  return {
    name: 'dafu-settings',
    resolveId: { filter: { id: /^virtual:dafu\/settings$/ }, handler: () => id },
    load: {
      filter: { id: /virtual:dafu\/settings$/ },
      handler: () => `export const settings = ${JSON.stringify(settings)};`,
    },
  };
}

/** Limits scripts for readers' browsers to the site's own languages: they have no use for the words of others. */
function languagesOfPages(languages: Languages): Plugin {
  const list = join(SOURCE_FOLDER, 'locales', `index${MODULE_ENDING}`);
  const imports = languages.map((code) => `import { ${code} } from './${code}${MODULE_ENDING}';`);
  return {
    name: 'dafu-languages-of-pages',
    load: {
      filter: { id: /[/\\]locales[/\\]index\.[jt]s$/ },
      handler(id) {
        if (this.environment.name !== 'client' || !id.endsWith(list)) return null;
        return `${imports.join('\n')}\nexport const LANGUAGES = { ${languages.join(', ')} };`;
      },
    },
  };
}

/** How Vite writes the path of a file outside its root. */
const FILE = '/@fs';

/**
 * Lets Astro find scripts of the program's components where program and bureau's folder share no parent, such as `/opt` and `/srv`: Astro
 * would look for a component's path below its root, unless it is written as Vite writes the path of a file outside.
 */
function scriptsOfComponents(): Plugin {
  return {
    name: 'dafu-scripts-of-components',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler(source, importer, options) {
        if (source.startsWith(SOURCE_FOLDER) && source.includes('?astro&type=script')) return FILE + source;
        if (importer?.startsWith(`${FILE}/`) !== true) return null;
        return this.resolve(source, importer.slice(FILE.length), { ...options, skipSelf: true });
      },
    },
  };
}

/**
 * Resolves the documents of a bureau's folder, and what they import, without reading its `package.json`: the bundler reads the nearest one
 * above each module, and stops where it is broken.
 */
function documentsOf(root: string, astroRoot: string): Plugin {
  const content = `${join(root, 'content')}/`;
  const isDocument = (id: string) => id.startsWith(content) && /\.mdx(?:\?astroPropagatedAssets)?$/.test(id);
  return {
    name: 'dafu-documents',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler(source, importer, options) {
        if (isDocument(source)) return source;
        if (importer === undefined || !isDocument(importer) || /^[./\0]/.test(source)) return null;
        return this.resolve(source, join(astroRoot, 'document.mdx'), { ...options, skipSelf: true });
      },
    },
  };
}
