import { endingOf } from './file-types.ts';
import { readPackage } from './package.ts';
import type { AttachmentReading } from './reading.ts';

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
