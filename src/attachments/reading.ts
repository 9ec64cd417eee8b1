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
export interface ReadAttachment extends Known {
  readonly passages: readonly Passage[];
  /** Who the file says has written or saved it; empty where it does not say. */
  readonly author: string;
}

/** A file that needs a password, is broken, or for which no reader is installed, and what can be known of it all the same. */
export interface UnreadAttachment extends Known {
  readonly unreadable: 'password' | 'broken' | 'reader';
}

export type AttachmentReading = ReadAttachment | UnreadAttachment;
