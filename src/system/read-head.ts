import { closeSync, openSync, readSync } from 'node:fs';

/** What a head may take; the site's own are far smaller. */
const HEAD_BYTES = 16_384;

/** The head of a built page, up to its end tag. */
export function readHead(file: string): string {
  const buffer = Buffer.alloc(HEAD_BYTES);
  const handle = openSync(file, 'r');
  try {
    const text = buffer.toString('utf8', 0, readSync(handle, buffer, 0, HEAD_BYTES, 0));
    return text.slice(0, text.indexOf('</head>'));
  } finally {
    closeSync(handle);
  }
}
