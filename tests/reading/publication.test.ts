import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/build/check/index.ts';
import { nowOption } from '../../src/cli/options.ts';
import { heldReplies, lastPublishing } from '../../src/reading/publication.ts';
import { recordPublished } from '../../src/release/record.ts';
import { CommandError } from '../../src/terminal/failures.ts';
import { SAMPLE, temporaryRoot } from '../faults/root.ts';

const AT = '2025-01-01T08:00:00+08:00';

/** The sample site, whose reply has a `publishAt`, without the dataset that quotes it. */
function heldSite(publishAt: string, file = 'zh.mdx') {
  const site = temporaryRoot(SAMPLE);
  const path = join(site.root, 'content/replies/2024-7', file);
  writeFileSync(path, readFileSync(path, 'utf8').replace('---\n', `---\npublishAt: ${publishAt}\n`));
  writeFileSync(join(site.root, 'data/wells.json'), '');
  return site;
}

describe('the replies held back', () => {
  it.each([
    ['2025-01-01T08:00+08:00', '2025-01-01T07:59:59+08:00', true],
    ['2025-01-01T08:00:01+08:00', AT, true],
    ['2025-01-01T08:00+08:00', AT, false],
    ['"2025-01-01T08:00+08:00"', AT, false],
    ['2024-12-31T23:59+08:00', '2025-01-01T00:00:00+08:00', false],
    // One whose time cannot be read is never published by mistake.
    ['tomorrow', AT, true],
    ['2025-01-01', AT, true],
    ['2025-01-01T08:00Z', AT, true],
  ])('%s at %s: %s', (publishAt, moment, held) => {
    using site = heldSite(publishAt);
    expect(heldReplies(site.root, moment).has('2024-7')).toBe(held);
  });

  it('are none in a draft', () => {
    using site = heldSite('2099-01-01T08:00+08:00');
    expect(heldReplies(site.root, undefined).size).toBe(0);
  });

  it('are listed by the check, and what is recorded leaves them out', async () => {
    using site = heldSite(AT);
    writeFileSync(join(site.root, 'data/wells.json'), '{}');
    const { held } = await checkSite(site.root, { today: '2024-12-31' });
    expect(held).toEqual([{ id: '2024-7', publishAt: AT }]);
  });

  it('may be named by nothing that is public', async () => {
    using site = temporaryRoot(SAMPLE);
    const path = join(site.root, 'content/replies/2024-7/zh.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace('---\n', `---\npublishAt: ${AT}\n`));
    const { findings } = await checkSite(site.root, { today: '2024-12-31' });
    expect(findings.map(({ rule, place }) => [rule, place.file])).toContainEqual([
      'held-back-named',
      'data/wells.json',
    ]);
    expect((await checkSite(site.root, { today: '2025-01-01', moment: AT })).findings).toEqual([]);
    await expect(recordPublished(site.root, { today: '2024-12-31' })).rejects.toThrow('held back');
  });
});

describe('the moment that a release says', () => {
  it('is the last one on the day at which a reply became public, whenever it is made', () => {
    using site = heldSite(AT);
    expect(lastPublishing(site.root, '2025-01-01T07:00:00+08:00')).toBeUndefined();
    expect(lastPublishing(site.root, AT)).toBe(AT);
    expect(lastPublishing(site.root, '2025-01-01T23:59:59+08:00')).toBe(AT);
    expect(lastPublishing(site.root, '2025-01-02T00:00:00+08:00')).toBeUndefined();
  });
});

describe('--today', () => {
  it.each([
    ['2025-01-01', { today: '2025-01-01', moment: '2025-01-01T00:00:00+08:00' }],
    ['2025-01-01T08:00+08:00', { today: '2025-01-01', moment: AT }],
  ])('%s', (given, now) => expect(nowOption(given)).toEqual(now));

  it.each(['2025-02-30', '2025-01-01T08:00Z', '2025-01-01T24:00+08:00', '2025-02-30T08:00+08:00', '08:00'])(
    'is not %s',
    (given) => expect(() => nowOption(given)).toThrow(CommandError),
  );
});
