import { CACHES, type Cache, cacheKey, digestOfParts } from '../../cache/index.ts';
import { heldReplies } from '../../reading/held.ts';
import { DAY, FINISHED_FILES } from '../../reading/page-reads.ts';
import { momentOf, type SiteRequest } from '../produce.ts';
import type { RenderReuse } from '../rendering/index.ts';
import { isSame, type Stamp, stampOf } from '../reuse/page-record.ts';
import { type SourceChanges, sourceChanges } from './changes.ts';
import { sourceDigests } from './digests.ts';
import { type BuiltFrom, isWhole, outputSize, readLastBuild } from './last-build.ts';

/** What a build can take from the one before it. */
export interface ReusePlan {
  /** What the output is made from. */
  readonly from: BuiltFrom;
  /** How that differs from what the last build was made from; nothing where there is none. */
  readonly changes: SourceChanges | undefined;
  /** Whether the last build was made from the same, and its output is untouched. */
  readonly unchanged: boolean;
  /** How many pages the last build recorded, and what its output measures. */
  readonly pages: number;
  readonly size: { readonly files: number; readonly bytes: number };
  /** Whether a file of the last output, by its path in it, is as that build left it; a file that neither has is. */
  readonly isUntouched: (file: string) => boolean;
  readonly reuse: RenderReuse;
}

/** Compares a root, the program and what is asked for with what the last build for the same output was made from, by its record in `cache`. */
export function planReuse(
  request: Pick<SiteRequest, 'root' | 'address' | 'today' | 'moment'>,
  out: string,
  cache: Cache,
): ReusePlan {
  const { root, address, today } = request;
  const sources = sourceDigests(root, heldReplies(root, momentOf(request)));
  const given = { address: address ?? '', today };
  const common = cacheKey(cache, CACHES.pages, { address: given.address, shared: sources.shared });
  const digest = cacheKey(cache, CACHES.output, { ...given, sources: sources.all });
  const setting = cacheKey(cache, CACHES.output, { ...given, sources: '' });
  const last = readLastBuild(cache.folder, out);
  const named = new Map([...sources.named, [DAY, today], [FINISHED_FILES, digestOfParts([today, sources.all])]]);
  return {
    from: { digest, setting, sources: sources.files },
    changes: last && sourceChanges(last.sources, sources.files, last.setting !== setting),
    unchanged: last !== undefined && last.digest === digest && isWhole(last),
    pages: last?.pages.size ?? 0,
    size: outputSize(last?.files ?? {}),
    isUntouched: (file) => last !== undefined && sameStamp(last.files[file], stampOf(last.folder, file)),
    reuse: { previous: last && { folder: last.folder, pages: last.pages }, digests: { common, named } },
  };
}

const sameStamp = (one: Stamp | undefined, other: Stamp | undefined): boolean =>
  one === undefined || other === undefined ? one === other : isSame(one, other);
