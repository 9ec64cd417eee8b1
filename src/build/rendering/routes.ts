import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ROUTE_LIST } from '../../routes.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';

/** Gives Astro the site's routes: the table's, none by the place of a file. */
export function siteRoutes(): AstroIntegration {
  return {
    name: 'dafu-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [, { path, entry }] of ROUTE_LIST)
          if (entry !== undefined)
            injectRoute({
              pattern: `/${path.replace(/\/$|\.html$/, '')}`,
              entrypoint: join(PROJECT_FOLDER, 'src/site/pages', entry),
            });
      },
    },
  };
}
