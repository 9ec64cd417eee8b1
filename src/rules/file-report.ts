import type { Finding } from '../errors.ts';
import type { Block } from '../model/block.ts';
import type { Commitment } from '../model/commitment.ts';
import type { Dataset } from '../model/dataset.ts';
import type { PageRecord, ReportRecord } from '../model/document.ts';
import type { Glossary } from '../model/glossary.ts';
import type { Locale } from '../model/locale.ts';
import type { PublishedReply } from '../model/published.ts';
import type { Redirect } from '../model/redirect.ts';
import type { ReplyRecord, ReplyTranslation } from '../model/reply.ts';
import type { Site } from '../model/site.ts';
import type { CalendarYear } from '../model/working-days.ts';
import type { Collection } from './layout.ts';

/** A link in a body: its address and where it stands in the file. */
export interface LinkFact {
  readonly address: string;
  readonly image: boolean;
  readonly line: number;
  readonly column: number;
}

/** The front matter of a document that its schema accepts. */
export type FrontMatter =
  | { readonly kind: 'record'; readonly value: ReplyRecord }
  | { readonly kind: 'translation'; readonly value: ReplyTranslation }
  | { readonly kind: 'report'; readonly value: ReportRecord }
  | { readonly kind: 'page'; readonly value: PageRecord };

export interface DocumentFacts {
  readonly kind: 'document';
  readonly collection: Collection;
  readonly id: string;
  readonly locale: Locale;
  /** Absent where the front matter breaks its schema. */
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
  /** Ids that a link may end in: `#p3`, or a heading's. */
  readonly anchors: readonly string[];
  readonly links: readonly LinkFact[];
}

/** What the rules that look at several files need to know of one. Plain data, so that it can be kept between runs. */
export type Facts =
  | DocumentFacts
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'glossary'; readonly glossary: Glossary }
  | { readonly kind: 'dataset'; readonly id: string; readonly dataset: Dataset }
  | { readonly kind: 'commitments'; readonly commitments: readonly Commitment[] }
  | { readonly kind: 'redirects'; readonly redirects: readonly Redirect[] }
  | { readonly kind: 'calendar'; readonly year: string; readonly calendar: CalendarYear }
  | { readonly kind: 'published-addresses'; readonly addresses: readonly string[] }
  /** An image or annex beside a document. */
  | { readonly kind: 'companion'; readonly sha256: string }
  | { readonly kind: 'published-reply'; readonly published: PublishedReply }
  | { readonly kind: 'published-dataset'; readonly value: unknown }
  | { readonly kind: 'none' };

/** One file looked at by itself: the same bytes under the same name always give the same report. */
export interface FileReport {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}
