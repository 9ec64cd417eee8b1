import { join } from 'node:path';
import { PROJECT_FOLDER } from './options.ts';

/** Shows the site of a root while it is edited, with Astro's own development server. Ends with the process. */
export async function serveDrafts({ root, today, port }: { root: string; today: string; port: number }): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.DAFU_ROOT = root;
  process.env.DAFU_TODAY = today;
  const { dev } = await import('astro');
  await dev({
    root: PROJECT_FOLDER,
    cacheDir: join(root, '.dafu', 'cache-dev'),
    server: { port, host: '127.0.0.1' },
  });
}
