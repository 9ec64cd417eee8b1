import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import type { FindingLanguage } from '../errors.ts';
import { checkWords } from '../language/messages/check.ts';
import { readSite } from '../reading/files.ts';
import { readOr } from '../terminal/failures.ts';
import { fileLines, writeReport } from './check/run.ts';
import { keepCompiled } from './child-process/compiled.ts';
import { runApart } from './child-process/index.ts';
import { draftFindings, findingsPanel } from './draft-findings.ts';
import { openCache } from './output/state.ts';
import { astroFolder } from './rendering/astro-folder.ts';
import { astroConfig } from './rendering/config.ts';

interface DraftRequest {
  /** Absolute. */
  readonly root: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly port: number;
  readonly language: FindingLanguage;
}

/**
 * Shows the site of a root while it is edited, with Astro's own development server, and checks it at the start and after every change:
 * what is wrong is written to the terminal and shown on the pages. Checks run in a process of their own, so that no page waits for them.
 * Ends with the process.
 */
export async function serveDrafts(request: DraftRequest, write: (text: string) => void): Promise<void> {
  const { root, today, port, language } = request;
  keepCompiled(openCache(root));
  const words = checkWords[language];
  let last: string | undefined;
  const check = async () => {
    const report = await runApart('inspect', { root, today });
    const text = JSON.stringify(report);
    if (text !== last) {
      if (last !== undefined) write(`\n${words.rechecked}\n`);
      writeReport(report, { root, language, format: 'pretty' }, write);
    }
    last = text;
    return findingsPanel(report.findings, language, fileLines(root));
  };
  // One after another: an older check must not overwrite the findings of a newer one.
  let running: Promise<void> = Promise.resolve();
  const changed = () => {
    running = running.then(async () => shown.show(await check()));
    return running;
  };
  if (!isReadable(root)) {
    await check();
    await settingsFixed(root, () => write(`${words.waiting}\n`));
  }
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const nothing = findingsPanel([], language, fileLines(root));
  const shown = draftFindings({
    base: readSite(root).base,
    root,
    first: nothing,
    unexplained: words.failedUnexplained,
    changed,
  });
  const { dev } = await import('astro');
  const cache = openCache(root).folder;
  const config = astroConfig({ root, cache, today }, astroFolder(join(cache, 'dev')));
  await dev({
    ...config,
    server: { port, host: '127.0.0.1' },
    // Astro sends the error of a failed page to every page that is open 200 ms later, which by then may be the corrected one.
    vite: { ...config.vite, server: { ...config.vite?.server, hmr: { overlay: false } } },
    integrations: [...(config.integrations ?? []), shown.integration],
  });
  await changed();
}

/** Whether content/site.yaml and content/bureaus.yaml can be read: without them there is no site to show. */
const isReadable = (root: string): boolean =>
  readOr(
    () => {
      readSite(root);
      return true;
    },
    () => false,
  );

/** Waits until the settings can be read. */
async function settingsFixed(root: string, sayWaiting: () => void): Promise<void> {
  sayWaiting();
  const settings = ['site.yaml', 'bureaus.yaml'].map((name) => join(root, 'content', name));
  await new Promise<void>((go) => {
    const look = () => {
      if (!isReadable(root)) return;
      for (const file of settings) unwatchFile(file, look);
      go();
    };
    for (const file of settings) watchFile(file, { interval: 500 }, look);
  });
}
