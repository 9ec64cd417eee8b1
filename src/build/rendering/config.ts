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

/** The first browsers with cascade layers, in which a page is styled: the bundler writes no syntax that they do not know. */
const OLDEST_BROWSERS = ['chrome99', 'firefox97', 'safari15.4'] as const;

/** What pages import to know what the program was told. */
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
    // The bundler would follow links and take everything: `copyPublicFiles` copies what is published.
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
        // Astro marks every MDX module with a directive of its own, which the bundler cannot know.
        rolldownOptions: { checks: { moduleLevelDirective: false } },
      },
      // Only the program says how style sheets are read, not what stands in some folder above.
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

/** Gives Astro the site's routes: the table's, and none by the place of a file. */
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

/** Lets what runs in a reader's browser have the site's own languages only: the words of others are nothing to them. */
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
 * Lets scripts in the program's components be found where program and bureau's folder have no folder in common, `/opt` and `/srv`: Astro
 * takes a component's path for one below its root there, unless it is written as Vite writes that of a file outside.
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
 * Resolves the documents of a bureau's folder, and what they import, without a look at its `package.json`: the bundler reads the nearest one
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
