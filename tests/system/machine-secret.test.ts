import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineSecret, sealed } from '../../src/system/machine-secret.ts';

let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-secret-'));
  root = join(folder, 'repository/site');
  mkdirSync(root, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const of = (state: string) => machineSecret(root, { XDG_STATE_HOME: join(folder, state) });
const file = (state: string) => join(folder, state, 'dafu/secret');

describe('the secret of a machine', () => {
  test('is made once, for its user alone, and is the same for every later run', () => {
    const first = of('state');
    expect([first.lasting, first.bytes.length]).toEqual([true, 32]);
    expect(of('state').bytes.equals(first.bytes)).toBe(true);
    expect(statSync(file('state')).mode & 0o777).toBe(0o600);
    expect(of('other').bytes.equals(first.bytes)).toBe(false);
  });

  test.each<[string, () => void]>([
    ['is empty', () => writeFileSync(file('state'), '')],
    ['is too short', () => writeFileSync(file('state'), 'abcd')],
    ['can be read by others', () => chmodSync(file('state'), 0o644)],
    [
      'is a link',
      () => {
        writeFileSync(join(folder, 'known'), readFileSync(file('state')), { mode: 0o600 });
        rmSync(file('state'));
        symlinkSync(join(folder, 'known'), file('state'));
      },
    ],
  ])('is made again where what stands there %s', (_, spoil) => {
    const first = of('state');
    spoil();
    const next = of('state');
    expect([next.lasting, next.bytes.equals(first.bytes)]).toEqual([true, false]);
    expect(of('state').bytes.equals(next.bytes)).toBe(true);
  });

  test.each(['repository/site', 'repository/site/.state', 'repository', 'repository/.state'])(
    'is never taken from %s, where it could be committed',
    (state) => {
      mkdirSync(join(folder, 'repository/.git'));
      mkdirSync(join(folder, state, 'dafu'), { recursive: true });
      writeFileSync(file(state), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
      const secret = of(state);
      expect([secret.lasting, secret.bytes.toString('hex')]).not.toEqual([false, 'ab'.repeat(32)]);
      expect(secret.lasting).toBe(false);
    },
  );

  test('is one of this run where nothing can be kept', () => {
    writeFileSync(join(folder, 'state'), '');
    const secret = of('state');
    expect([secret.lasting, secret.bytes.length]).toEqual([false, 32]);
    expect(of('state')).toEqual(secret);
  });
});

test('a seal is of one secret, one use and one text', () => {
  const secret = of('state');
  const seals = [
    sealed(secret, 'a', 'b'),
    sealed(secret, 'a', 'c'),
    sealed(secret, 'ab', ''),
    sealed(secret, '', 'ab'),
    sealed(of('other'), 'a', 'b'),
  ];
  expect(new Set(seals).size).toBe(seals.length);
  expect(sealed(secret, 'a', 'b')).toBe(seals[0]);
});
