import type { Finding } from '../errors.ts';
import type { Redirects } from '../model/addresses.ts';
import type { Block } from '../model/block.ts';
import type { BureauList } from '../model/bureau.ts';
import type { Commitments } from '../model/commitment.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ShownDocument } from '../model/document-kinds.ts';
import type { Glossary } from '../model/glossary.ts';
import type { Locale } from '../model/locale.ts';
import type { PublishedReply } from '../model/published.ts';
import type { Readable } from '../model/readable-part.ts';
import type { ReplyRecord, ReplyTranslation } from '../model/reply.ts';
import type { Site } from '../model/site.ts';
import type { WordList } from '../model/word-list.ts';
import type { CalendarYear } from '../model/working-days.ts';
import type { WrittenComponent } from '../text/guard/components.ts';
import type { Collection } from './layout.ts';

/** A link in a body: its address and where it is in the file. */
export interface LinkFact {
  readonly address: string;
  readonly image: boolean;
  readonly line: number;
  readonly column: number;
}

/** A component in a body, where it stands, and what it names. */
export interface ComponentFact extends WrittenComponent {
  readonly line: number;
  readonly column: number;
}

/** The front matter of a document, as far as its schema accepts it. */
export type FrontMatter =
  | ({ readonly kind: 'record' } & Readable<ReplyRecord>)
  | ({ readonly kind: 'translation' } & Readable<ReplyTranslation>)
  | ({ readonly kind: 'document'; readonly shown: ShownDocument } & Readable<Readonly<Record<string, unknown>>>);

export interface DocumentFacts {
  readonly kind: 'document';
  readonly collection: Collection;
  readonly id: string;
  readonly locale: Locale;
  /** Absent where the front matter's own syntax is broken. */
  readonly frontMatter: FrontMatter | undefined;
  /** Whether the text could not be read: then nothing follows from what it lacks. */
  readonly unread: boolean;
  readonly blocks: readonly Block[];
  /** The texts that mark-up keeps apart, by the index of a block that has more than one. */
  readonly pieces: Readonly<Record<number, readonly string[]>>;
  /** Ids that a link may end in: `#p3`, or a heading's. */
  readonly anchors: readonly string[];
  readonly links: readonly LinkFact[];
  readonly components: readonly ComponentFact[];
}

/** What the rules that look at several files need to know of one. Plain data, so that it can be kept between runs. */
export type Facts =
  | DocumentFacts
  | { readonly kind: 'site'; readonly site: Readable<Site> }
  | { readonly kind: 'bureaus'; readonly bureaus: Readable<BureauList> }
  | { readonly kind: 'glossary'; readonly glossary: Readable<Glossary> }
  | { readonly kind: 'words'; readonly words: Readable<WordList> }
  /** `id` is the file's name. */
  | { readonly kind: 'dataset'; readonly id: string; readonly dataset: Readable<Dataset> }
  | { readonly kind: 'commitments'; readonly commitments: Readable<Commitments> }
  | { readonly kind: 'redirects'; readonly redirects: Readable<Redirects> }
  /** `year` is the file's name. */
  | { readonly kind: 'calendar'; readonly year: string; readonly calendar: Readable<CalendarYear> }
  | { readonly kind: 'published-addresses'; readonly addresses: readonly string[] }
  /** An image or annex beside a document. */
  | { readonly kind: 'companion'; readonly sha256: string }
  | { readonly kind: 'published-reply'; readonly published: PublishedReply }
  | { readonly kind: 'published-dataset'; readonly value: unknown }
  | { readonly kind: 'none' };

/** What reading a file gave: what is wrong in it, and what is known of it nevertheless. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}

/** One file looked at by itself: the same bytes under the same name always give the same report. */
export interface FileReport {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}
