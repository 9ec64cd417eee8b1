import type { Bilingual } from '../errors.ts';
import type { Translated } from './locale.ts';

/** What a file is to the reply that it is published with: what came with it, its scan, the text of the document that it answers. */
export type FileRole = 'attachment' | 'original' | 'answered';

/** A file that a reply's record names. */
export interface NamedFile {
  readonly role: FileRole;
  /** As it is called beside zh.mdx, for the reader. */
  readonly file: string;
  /** As it is called in its address. */
  readonly name: string;
  /** The id of its place on the reply's page. */
  readonly anchor: string;
  /** As the record has it; of a scan, and of what was answered, the page says what they are. */
  readonly title: Translated | undefined;
  readonly mediaType: string;
  readonly type: Bilingual;
}

/** A file as it is published. */
export interface ReplyFile extends NamedFile {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}
