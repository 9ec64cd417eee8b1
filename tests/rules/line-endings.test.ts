import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { sampleSite } from './sample.ts';

const files = [...sampleSite()].flatMap(([path, bytes]) =>
  bytes instanceof Uint8Array ? [[path, new TextDecoder().decode(bytes)] as const] : [],
);

describe('a file that Windows saved, with a byte order mark and CRLF', () => {
  it.each(files)('is read as what it says: %s', (path, text) => {
    const encode = (source: string) => inspectFile(path, new TextEncoder().encode(source));
    const saved = encode(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(saved.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning byte-order-mark',
      'warning line-ending',
    ]);
    expect(saved.facts).toEqual(encode(text).facts);
  });
});
