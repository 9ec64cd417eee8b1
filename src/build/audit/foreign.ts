import type { Finding } from '../../errors.ts';
import { auditFinding, placeAt } from './finding.ts';

/** What a stylesheet loads: `url(…)` and `@import "…"`. */
const STYLE_LOADS = /(?:url\(\s*(?:["']\s*)?|@import\s+["']\s*)((?:[a-z][a-z0-9+.-]*:)?\/\/[^"')\s]+)/gi;
/** Calls of a script that reach another host by an address written in it. */
const SCRIPT_LOADS =
  /(?:\b(?:fetch|import|importScripts|Worker|SharedWorker|WebSocket|EventSource|sendBeacon)\(|\bfrom|\bimport)\s*["'`]((?:https?:|wss?:)?\/\/[^"'`\s]+)/g;

/** Requests to other hosts that a stylesheet or a script would make. */
export function foreignRequests(file: string, source: string): readonly Finding[] {
  const pattern = file.endsWith('.css') ? STYLE_LOADS : SCRIPT_LOADS;
  return [...source.matchAll(pattern)].map(({ 1: target = '', index }) =>
    auditFinding('foreign-request', placeAt(file, source, index), {
      zh: `会向别的网站请求：${target}`,
      en: `this would ask another host: ${target}`,
    }),
  );
}
