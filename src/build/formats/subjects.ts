import type { Site } from '../../model/site.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import type { Publications } from './publications.ts';
import type { BuiltReplies } from './replies.ts';

/** What files to take away are made from, and where they go. */
export interface ExchangeSubjects {
  /** The built site. */
  readonly folder: string;
  /** Of content. */
  readonly root: string;
  readonly site: Site;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly replies: BuiltReplies;
  readonly published: Publications;
  readonly memory: OutputMemory;
}
