import { AsyncLocalStorage } from 'node:async_hooks';
import { sha256Of } from '../model/hashes.ts';

/** Names the records of all replies, without their texts. */
export const ALL_REPLIES = 'replies';

const KEY = Symbol.for('dafu.page-reads');

/**
 * Names of what pages may show: all datasets, the calendars, the terms, the commitments, what was published before, the
 * day of the build.
 */
export const ALL_DATASETS = 'datasets';
export const CALENDARS = 'calendars';
export const GLOSSARY = 'glossary';
export const COMMITMENTS = 'commitments';
export const RECORD = 'record';
export const DAY = 'day';

/** Names the datasets that quote a reply. */
export const figuresKey = (id: string): string => `figures of ${id}`;

/** Names the commitments that a reply states. */
export const promisesKey = (id: string): string => `promises of ${id}`;

/** Names one dataset with all that it holds; also the cache key of pages about it. */
export const datasetKey = (id: string): string => `dataset ${id}`;

/** The cache key of pages that show only what all pages share and what they note while they are rendered. */
export const ONLY_READS = 'only reads';

/** The same for a page that also shows a value computed before it. */
export const valueKey = (shown: unknown): string => `${ONLY_READS}|${sha256Of(JSON.stringify(shown))}`;

/**
 * The cache key of pages that describe files made from other finished files, for example by size: they are rendered
 * last, and again whenever anything in the site changes.
 */
export const FINISHED_FILES = 'finished files';

/** Names one reply; also the cache key of pages that show just that reply. */
export const replyKey = (id: string): string => `reply ${id}`;

/** The same for a page that also shows something else; `shown` must state all of it. */
export const replyKeyWith = (id: string, shown: string): string => `${replyKey(id)}|${shown}`;

/** The part of a key that names what is shown. */
export const plainKey = (key: string): string => key.split('|', 1)[0] ?? key;

/**
 * Collects the names of what a page reads while it is rendered, besides the reply that its path names and what all
 * pages share. There is one per process, because pages are bundled separately from the build.
 */
export function pageReads(): AsyncLocalStorage<Set<string>> {
  const held: unknown = Reflect.get(globalThis, KEY);
  if (held instanceof AsyncLocalStorage) return held;
  const reads = new AsyncLocalStorage<Set<string>>();
  Reflect.set(globalThis, KEY, reads);
  return reads;
}

/** Notes that the page being rendered also shows this: it is rendered again when it changes. */
export function noteRead(name: string): void {
  pageReads().getStore()?.add(name);
}
