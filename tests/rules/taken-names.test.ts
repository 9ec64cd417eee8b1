import { describe, expect, it } from 'vitest';
import { FORMAT_GROUPS } from '../../src/formats/registry.ts';
import { ROUTE_LIST } from '../../src/routes.ts';
import { TAKEN_IDS } from '../../src/rules/taken-names.ts';

describe('names that the site has itself', () => {
  it('are refused to whatever would stand at the same address', () => {
    expect(Object.fromEntries([...TAKEN_IDS].map(([owner, ids]) => [owner, [...ids].sort()]))).toEqual({
      replies: ['by', 'years'],
      datasets: ['datapackage'],
      reports: [],
      pages: [
        ...['accounts', 'askers', 'bureaus', 'commitments', 'data', 'developers', 'follow', 'replies', 'reports'],
        ...['search', 'topics', 'verify'],
      ],
    });
  });

  it('leave nothing that two things could be at: no pattern that an allowed id fills is that of another page or file', () => {
    const names = [
      'index',
      'codebook',
      'all',
      'latest',
      'changes',
      'observations',
      'texts',
      'replies',
      'files',
      'cite',
    ];
    const fixed = ROUTE_LIST.map(([, { path }]) => path).filter((path) => !path.replace('[locale]', '').includes('['));
    const files = FORMAT_GROUPS.flatMap(({ formats }) => formats.map(({ path }) => path));
    const filled = (path: string, id: string) =>
      path
        .replaceAll(/[[{]locale[\]}]/g, 'zh')
        .replaceAll(/[[{]id[\]}]/g, id)
        .replaceAll('{mark}', '');
    const known = new Set(
      [...fixed, ...files].map((path) => filled(path, '\u0000')).filter((path) => !path.includes('\u0000')),
    );
    expect(known.size).toBeGreaterThan(20);
    const owners = [
      ['replies', /replies\/[[{]id/],
      ['datasets', /(?:^data|^charts|\/data|datasets)\/[[{]id/],
      ['pages', /^\[locale\]\/\[id\]/],
    ] as const;
    for (const [owner, holds] of owners) {
      const own = [...ROUTE_LIST.map(([, { path }]) => path), ...files].filter((path) => holds.test(path));
      expect(own.length).toBeGreaterThan(0);
      for (const id of [...names, ...(TAKEN_IDS.get(owner) ?? [])]) {
        const met = own.map((path) => filled(path, id)).filter((path) => known.has(path));
        if (met.length > 0) expect([owner, id, TAKEN_IDS.get(owner)?.has(id)]).toEqual([owner, id, true]);
      }
    }
  });
});
