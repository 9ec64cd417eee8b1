import { describe, expect, test } from 'vitest';
import { isSameSource, type Provenance } from '../../../src/integrations/release/provenance.ts';

const SOURCE: Provenance = {
  address: 'https://replies.gov.cn',
  base: '/',
  today: '2026-11-23',
  content: { commit: 'a'.repeat(40), clean: true },
  program: { commit: 'b'.repeat(40), clean: true },
  lockfile: 'c'.repeat(64),
  tools: { dafu: '0.1.0', node: '24.21.0' },
};

describe('two builds come to the same bytes', () => {
  test('where all that they depend on is the same', () => {
    expect(isSameSource(SOURCE, structuredClone(SOURCE))).toBe(true);
  });

  test.each<[string, Partial<Provenance>]>([
    ['address', { address: 'https://other.gov.cn' }],
    ['path', { base: '/replies/' }],
    ['day', { today: '2026-11-24' }],
    ['commit of the content', { content: { commit: 'd'.repeat(40), clean: true } }],
    ['commit of the program', { program: { commit: 'd'.repeat(40), clean: true } }],
    ['lockfile', { lockfile: 'd'.repeat(64) }],
    ['version of a tool', { tools: { dafu: '0.1.0', node: '24.22.0' } }],
    ['list of tools', { tools: { dafu: '0.1.0' } }],
  ])('not with another %s', (_, other) => {
    expect(isSameSource(SOURCE, { ...SOURCE, ...other })).toBe(false);
  });

  test.each<[string, Partial<Provenance>]>([
    ['content has changes that are not committed', { content: { commit: 'a'.repeat(40), clean: false } }],
    ['program has', { program: { commit: 'b'.repeat(40), clean: false } }],
    ['content is under no version control', { content: { commit: null, clean: false } }],
  ])('nor, though all is the same, where the %s', (_, unknown) => {
    expect(isSameSource({ ...SOURCE, ...unknown }, { ...SOURCE, ...unknown })).toBe(false);
  });
});
