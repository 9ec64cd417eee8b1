#!/usr/bin/env node

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHUNK_SIZE } from '../../../src/build/search-index/pagefind.ts';
import { writeIndex } from '../../../src/build/search-index/write.ts';
import { cacheIn } from '../../dafu.ts';
import { corpusShared, corpusSources } from '../../search/corpus-documents.ts';

/** Writes the index of a made-up archive in both languages, in a process of its own, so that what it takes can be told. */
const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '2000' },
    out: { type: 'string', default: '' },
    chunk: { type: 'string', default: String(CHUNK_SIZE) },
    /** Whether the index was written before, and one reply of the newest year differs. */
    changed: { type: 'boolean', default: false },
  },
});
await rm(values.out, { recursive: true, force: true });
const locales = ['zh', 'en'] as const;
const replies = Number(values.replies);
const sources = corpusSources(replies, locales);
const newest = sources
  .map(({ year }) => year)
  .sort()
  .at(-1);
const changed = sources.map((source) =>
  source.year !== newest
    ? source
    : {
        ...source,
        key: `${source.key} changed`,
        documents: async () => {
          const [first, ...others] = await source.documents();
          return first ? [{ ...first, title: `${first.title} 2` }, ...others] : others;
        },
      },
);
await writeIndex(values.changed ? changed : sources, corpusShared(replies, locales), {
  out: values.out,
  cache: cacheIn(join(values.out, '../cache')),
  chunkSize: Number(values.chunk),
});
