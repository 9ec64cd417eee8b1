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
    /** Whether the index was written before, and one reply of the newest or of the oldest year differs. */
    changed: { type: 'string', default: '' },
  },
});
await rm(values.out, { recursive: true, force: true });
const locales = ['zh', 'en'] as const;
const replies = Number(values.replies);
const sources = corpusSources(replies, locales);
const years = sources.map(({ year }) => year).sort();
const year = years.at(values.changed === 'newest' ? -1 : 0);
const changed = sources.map((source) =>
  values.changed === '' || source.year !== year
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
await writeIndex(changed, corpusShared(replies, locales), {
  out: values.out,
  cache: cacheIn(join(values.out, '../cache')),
  chunkSize: Number(values.chunk),
});
