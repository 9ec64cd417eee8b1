import type { ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { type Finding, type FindingLanguage, formatPlace } from '../errors.ts';
import { checkWords } from '../language/messages/check.ts';
import { MODULE_ENDING, SOURCE_FOLDER } from '../system/program.ts';
import { excerpt, type LineOf } from './check/formats.ts';
import { CHECKED_FOLDERS } from './check/tree.ts';

/** Where a page of the draft listens for findings. */
const EVENTS = '/@dafu/findings';

/** The findings of the draft that is being shown, and the pages that show them. */
interface DraftFindings {
  readonly integration: AstroIntegration;
  /** Shows findings on every open page. Where they differ from before, the page reloads: it may have failed, or may fail now. */
  show(panel: Panel): void;
}

interface DraftSettings {
  /** The site's base. */
  readonly base: string;
  /** Absolute. */
  readonly root: string;
  readonly first: Panel;
  /** What a page says that failed although the check found nothing. */
  readonly unexplained: string;
  /** Called after content, data or public files changed. */
  readonly changed: () => Promise<void>;
}

/** A change is checked once nothing has changed for this long: editors write a file in several steps. */
const SETTLED_AFTER = 150;

/**
 * Puts findings on the pages of the development server: a panel on every page that renders, and a page of findings in place of one that
 * fails. Both learn of changes by server-sent events and recover by themselves.
 */
export function draftFindings({ base, root, first, unexplained, changed }: DraftSettings): DraftFindings {
  let panel = first;
  /** The number of changes so far, and how many of them the present findings take into account. */
  let changes = 0;
  let checked = 0;
  const open = new Set<ServerResponse>();
  const script = `${base}@fs${SOURCE_FOLDER}/site/scripts/draft-findings${MODULE_ENDING}`;
  const events = `${base.slice(0, -1)}${EVENTS}`;
  const tag = `<script type="module" src="${script}" data-dafu-findings="${events}"></script>`;
  const send = (response: ServerResponse, event: string, value: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
  return {
    show(next) {
      const isNew = JSON.stringify(next) !== JSON.stringify(panel);
      panel = next;
      for (const response of open) send(response, isNew ? 'changed' : 'findings', panel);
    },
    integration: {
      name: 'dafu-draft-findings',
      hooks: {
        'astro:config:setup': ({ injectScript }) => {
          injectScript(
            'head-inline',
            `addEventListener('DOMContentLoaded', () => document.body.append(document.createRange().createContextualFragment(${JSON.stringify(tag).replaceAll('<', '\\u003c')})));`,
          );
        },
        'astro:server:setup': ({ server }) => {
          watchFolders(server.watcher, root, {
            begun: () => {
              changes += 1;
            },
            settled: async () => {
              const seen = changes;
              // The change is shown at once; the findings follow.
              for (const response of open) send(response, 'changed', panel);
              await changed();
              checked = seen;
            },
          });
          server.middlewares.use((request, response, next) => {
            if (request.url !== EVENTS && request.url !== events) {
              replaceFailure(response, () => {
                const explained = panel.entries.length > 0 || checked < changes;
                return failedPage(panel, explained ? '' : unexplained, tag);
              });
              next();
              return;
            }
            response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
            send(response, 'findings', panel);
            open.add(response);
            response.on('close', () => open.delete(response));
          });
        },
      },
    },
  };
}

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

interface Changes {
  /** Called with every change. */
  readonly begun: () => void;
  /** Called when nothing has changed for a while. */
  readonly settled: () => Promise<void>;
}

function watchFolders(watcher: DevServer['watcher'], root: string, { begun, settled }: Changes): void {
  const folders = [...CHECKED_FOLDERS].map((folder) => join(root, folder));
  watcher.add(folders);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    if (!folders.some((folder) => resolve(file).startsWith(folder + sep))) return;
    begun();
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED_AFTER);
  });
}

/** The page in place of one that failed; a sentence where no finding says why. */
const failedPage = ({ lang, title }: Panel, sentence: string, tag: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${sentence && `<p>${sentence}</p>`}${tag}</body></html>`;

/** Replaces a page that failed: whoever edits gets the findings, and the terminal the program's stack. */
function replaceFailure(response: ServerResponse, page: () => string): void {
  const { writeHead, end, write } = response;
  const restore = () => Object.assign(response, { writeHead, end, write });
  response.writeHead = ((status: number, ...rest: never[]) => {
    restore();
    const isPage = /html/.test(
      String(rest.map((headers) => JSON.stringify(headers)).join(' ') + response.getHeader('content-type')),
    );
    if (status < 500 || !isPage) return response.writeHead(status, ...rest);
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page());
    response.write = () => true;
    response.end = () => response;
    return response;
  }) as typeof response.writeHead;
}

/** One finding in the words of whoever edits, as a page of the draft shows it. */
interface PanelEntry {
  readonly severity: Finding['severity'];
  /** Severity in words, and place. */
  readonly head: string;
  readonly message: string;
  /** The line with its place marked, as two lines of equal-width text; empty where no line is known. */
  readonly excerpt: string;
  readonly hint: string;
}

/** What the browser shows of a check: plain text only, ready to be put into elements. */
interface Panel {
  readonly lang: string;
  readonly title: string;
  readonly entries: readonly PanelEntry[];
}

/** A check's findings for the browser, in one language. */
export function findingsPanel(findings: readonly Finding[], locale: FindingLanguage, lineOf: LineOf): Panel {
  const words = checkWords[locale];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    lang: locale === 'zh' ? 'zh-CN' : 'en',
    title: words.drafts(errors, findings.length - errors),
    entries: findings.map((finding) => ({
      severity: finding.severity,
      head: `${words[finding.severity]} · ${formatPlace(finding.place)} · ${finding.rule}`,
      message: finding.message[locale],
      excerpt: excerpt(finding.place, lineOf).join('\n'),
      hint: `${words.hint}: ${finding.hint[locale]}`,
    })),
  };
}
