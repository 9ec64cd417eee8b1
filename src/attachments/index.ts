import { endingOf } from './file-types.ts';
import { readPackage } from './package.ts';

/** Words of a file that belong together: a paragraph, a line, a cell. */
export interface Passage {
  /** From 1, where the file has pages. */
  readonly page?: number;
  readonly text: string;
  /** The same with a line feed where its author broke a line within it; left out where there is none. */
  readonly broken?: string;
}

/** What a file carries besides its words: a program, a form that runs one (XFA), files inside it. */
export type Carried = 'script' | 'form-program' | 'files';

interface Known {
  /** Title, author, keywords and the like, each on its own line. */
  readonly properties: string;
  readonly carries: readonly Carried[];
  /** Whether a picture in it holds where it was taken. */
  readonly hasLocation: boolean;
}

/** What a file says and carries. */
interface ReadAttachment extends Known {
  readonly passages: readonly Passage[];
  /** Who the file says has written or saved it; empty where it does not say. */
  readonly author: string;
}

/** A file that needs a password, is broken, or has no reader installed, and what is known of it anyway. */
export interface UnreadAttachment extends Known {
  readonly unreadable: 'password' | 'broken' | 'reader';
}

export type AttachmentReading = ReadAttachment | UnreadAttachment;

/** Types whose words and properties can be read. A picture has neither; its metadata are the rules' of images. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => Promise<AttachmentReading>>> = {
  pdf: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  docx: async (bytes) => readPackage(bytes),
  xlsx: async (bytes) => readPackage(bytes),
  ofd: async (bytes) => readPackage(bytes),
};

/** Reads a file by the type that its name says; undefined where that type has no words. */
export async function readAttachment(name: string, bytes: Uint8Array): Promise<AttachmentReading | undefined> {
  return READERS[endingOf(name)]?.(bytes);
}
