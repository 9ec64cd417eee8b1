import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import type { PublishedFile } from '../../../src/exchange/quote/file-index.ts';
import { isCheckedFile } from '../../../src/integrations/exchange/file-hashes.ts';

const dist = inject('dist');
const pieces = (kind: string) =>
  readdirSync(join(dist, 'verify/files', kind)).flatMap((name): PublishedFile[] =>
    JSON.parse(readFileSync(join(dist, 'verify/files', kind, name), 'utf8')),
  );

it('lists every file that can be checked, as it was published in the end', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(isCheckedFile);
  const final = new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex'),
    ]),
  );
  for (const kind of ['hashes', 'paths']) {
    expect(new Map(pieces(kind).map(({ path, sha256 }) => [path, sha256]))).toEqual(final);
  }
});
