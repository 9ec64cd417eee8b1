import { expect, test } from 'vitest';
import { compareVersions } from '../../src/model/order.ts';

test('versions are ordered by their numbers, not their letters', () =>
  expect(['1.10.0', '1.9.9', '2.0.0', '1.9.10', '0.9.0'].sort(compareVersions)).toEqual([
    '0.9.0',
    '1.9.9',
    '1.9.10',
    '1.10.0',
    '2.0.0',
  ]));

test('the same version is neither earlier nor later', () => expect(compareVersions('1.0.0', '1.0.0')).toBe(0));
