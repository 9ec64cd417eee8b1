import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/build/check/index.ts';
import { CASES, findingLine, SAMPLE, temporaryRoot } from './root.ts';

const TODAY = '2026-01-01';

describe('the sample without a fault', () => {
  it('has no findings', async () => {
    using site = temporaryRoot(SAMPLE);
    expect((await checkSite(site.root, { today: TODAY })).findings).toEqual([]);
  });
});

describe.each(readdirSync(CASES).sort())('%s', (name) => {
  it('has the findings that expected.txt lists, and no others', async () => {
    using site = temporaryRoot(SAMPLE, join(CASES, name));
    const { findings, waived } = await checkSite(site.root, { today: TODAY });
    const lines = [...findings.map(findingLine), ...waived.map(({ finding }) => `waived ${findingLine(finding)}`)];
    expect(`${lines.join('\n')}\n`).toBe(readFileSync(join(CASES, name, 'expected.txt'), 'utf8'));
  });

  it('finds the same again with what the first run kept', async () => {
    using site = temporaryRoot(SAMPLE, join(CASES, name));
    const first = await checkSite(site.root, { today: TODAY });
    expect(await checkSite(site.root, { today: TODAY })).toEqual(first);
  });

  it('runs no code of the content', async () => {
    using site = temporaryRoot(SAMPLE, join(CASES, name));
    await checkSite(site.root, { today: TODAY });
    expect(globalThis).not.toHaveProperty('dafuCanary');
  });
});
