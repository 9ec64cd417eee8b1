import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import type { FindingLanguage } from '../errors.ts';
import { checkWords } from '../language/messages/check.ts';
import { readSite } from '../reading/files.ts';
import type { SiteReport } from '../rules/inspect-site.ts';
import { findingsBehind } from '../terminal/failures.ts';
import { checkSite } from './check/index.ts';
import { fileLines, writeReport } from './check/run.ts';
import { findingsPanel, type Panel } from './drafts/panel.ts';
import { draftFindings } from './drafts/plugin.ts';
import { cacheFolder } from './output/state.ts';
import { astroFolder } from './rendering/astro-folder.ts';
import { astroConfig } from './rendering/config.ts';

export interface DraftRequest {
  /** Absolute. */
  readonly root: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly port: number;
  readonly language: FindingLanguage;
}

/**
 * Shows the site of a root while it is edited, with Astro's own development server, and checks it again after every change:
 * what is wrong is written to the terminal and stands on the pages. Ends with the process.
 */
export async function serveDrafts(request: DraftRequest, write: (text: string) => void): Promise<void> {
  const { root, today, port, language } = request;
  const words = checkWords[language];
  const check = async (): Promise<{ readonly report: SiteReport; readonly panel: Panel }> => {
    const report = await checkSite(root, { today });
    return { report, panel: findingsPanel(report.findings, language, fileLines(root)) };
  };
  const format = 'pretty' as const;
  const first = await check();
  writeReport(first.report, { root, language, format }, write);
  await settingsMended(root, () => write(`${words.waiting}\n`));
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  let last = JSON.stringify(first.report);
  const changed = async () => {
    const { report, panel } = await check();
    if (JSON.stringify(report) !== last) {
      write(`\n${words.rechecked}\n`);
      writeReport(report, { root, language, format }, write);
    }
    last = JSON.stringify(report);
    shown.show(panel);
  };
  const shown = draftFindings({ base: readSite(root).base, root, first: first.panel, changed });
  const { dev } = await import('astro');
  const cache = cacheFolder(root);
  const config = astroConfig({ root, cache, today }, astroFolder(join(cache, 'dev')));
  await dev({
    ...config,
    server: { port, host: '127.0.0.1' },
    integrations: [...(config.integrations ?? []), shown.integration],
  });
}

/** Waits until content/site.yaml and content/bureaus.yaml can be read: without them there is no site to show. */
async function settingsMended(root: string, sayWaiting: () => void): Promise<void> {
  const readable = () => {
    try {
      readSite(root);
      return true;
    } catch (error) {
      if (findingsBehind(error).length === 0) throw error;
      return false;
    }
  };
  if (readable()) return;
  sayWaiting();
  const settings = ['site.yaml', 'bureaus.yaml'].map((name) => join(root, 'content', name));
  await new Promise<void>((go) => {
    const look = () => {
      if (!readable()) return;
      for (const file of settings) unwatchFile(file, look);
      go();
    };
    for (const file of settings) watchFile(file, { interval: 500 }, look);
  });
}
