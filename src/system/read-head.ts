import { closeSync, openSync, readSync } from 'node:fs';

/** How much is read at a time: nearly every head is smaller. */
const PART_BYTES = 16_384;

/** The head of a built page, up to its end tag, however long its title is; of a page without one, the whole. */
export function readHead(file: string): string {
  const handle = openSync(file, 'r');
  try {
    let bytes = Buffer.alloc(0);
    for (;;) {
      const part = Buffer.alloc(Math.max(PART_BYTES, bytes.length));
      const read = readSync(handle, part, 0, part.length, bytes.length);
      // The end tag may lie across two parts.
      const from = Math.max(0, bytes.length - '</head>'.length);
      bytes = Buffer.concat([bytes, part.subarray(0, read)]);
      const end = bytes.indexOf('</head>', from);
      if (end !== -1 || read === 0) return bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
    }
  } finally {
    closeSync(handle);
  }
}
