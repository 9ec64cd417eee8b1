import { AsyncLocalStorage } from 'node:async_hooks';
import { sha256Of } from '../model/hashes.ts';

/** The read that stands for the records of all replies, without their texts. */
export const ALL_REPLIES = 'replies';

const KEY = Symbol.for('dafu.page-reads');

/**
 * The reads that stand for what pages besides lists may show: all datasets, the calendars, the terms, what was
 * promised, what was published before, the day of the build.
 */
export const ALL_DATASETS = 'datasets';
export const CALENDARS = 'calendars';
export const GLOSSARY = 'glossary';
export const COMMITMENTS = 'commitments';
export const RECORD = 'record';
export const DAY = 'day';

/** The read that stands for the datasets that draw figures from a reply. */
export const figuresKey = (id: string): string => `figures of ${id}`;

/** The read that stands for the commitments that a reply states. */
export const promisesKey = (id: string): string => `promises of ${id}`;

/** The read that stands for all of one dataset, and the name that pages about it are kept under. */
export const datasetKey = (id: string): string => `dataset ${id}`;

/** The name that pages are kept under which show nothing but what all pages share and what they note while they are made. */
export const ONLY_READS = 'only reads';

/** The same for a page that shows, besides, a value which was made before it. */
export const valueKey = (shown: unknown): string => `${ONLY_READS}|${sha256Of(JSON.stringify(shown))}`;

/**
 * The name that pages are kept under which tell of files that are written from finished ones, such as their sizes: they are rendered last,
 * once those files are there, and again whenever anything of the site changes.
 */
export const FINISHED_FILES = 'finished files';

/** The read that stands for one reply, and the name that pages are kept under which show wholly the one reply. */
export const replyKey = (id: string): string => `reply ${id}`;

/** The same for a page that shows something else besides, which `shown` says whole. */
export const replyKeyWith = (id: string, shown: string): string => `${replyKey(id)}|${shown}`;

/** The part of a key that names what is shown. */
export const plainKey = (key: string): string => key.split('|', 1)[0] ?? key;

/**
 * Where the names of what a page reads while it is made are gathered, besides the reply that its path names and what is
 * the same for all pages. One for the process: the pages are bundled apart from the build that asks.
 */
export function pageReads(): AsyncLocalStorage<Set<string>> {
  const held: unknown = Reflect.get(globalThis, KEY);
  if (held instanceof AsyncLocalStorage) return held;
  const reads = new AsyncLocalStorage<Set<string>>();
  Reflect.set(globalThis, KEY, reads);
  return reads;
}

/** Notes that the page being made shows more than its own reply: it is made again whenever that changes. */
export function noteRead(name: string): void {
  pageReads().getStore()?.add(name);
}
