import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  formatPublicKey,
  formatSecretKey,
  parsePublicKey,
  parseSecretKey,
  secretKeyFrom,
  signBytes,
  verifyBytes,
} from '../../src/release/minisign.ts';
import { needsProgram } from '../outside.ts';

const key = secretKeyFrom(Buffer.alloc(32, 7), Buffer.from('0123456789abcdef', 'hex'));
const other = secretKeyFrom(Buffer.alloc(32, 8), Buffer.from('0123456789abcdef', 'hex'));
const publicKey = parsePublicKey(formatPublicKey(key));
const manifest = Buffer.from('{"format":"dafu-manifest/1"}\n');
const signature = signBytes(manifest, key, 'release:1\tafter:none');

describe('keys', () => {
  test('are written and read again', () => {
    expect(parseSecretKey(formatSecretKey(key), undefined)).toEqual(key);
    expect(publicKey).toEqual({ number: key.number, key: key.publicHalf });
    expect(parsePublicKey(formatPublicKey(key).split('\n')[1] ?? '')).toEqual(publicKey);
  });

  test.each([
    ['an empty file', ''],
    ['a public key', formatPublicKey(key)],
    ['a key with a byte changed', formatSecretKey(key).replace(/(.{40})(?=\n$)/, 'A'.repeat(40))],
  ])('%s is no secret key', (_, text) => {
    expect(() => parseSecretKey(text, undefined)).toThrow(/not a minisign secret key|damaged/);
  });

  test.each([
    ['an empty file', ''],
    ['a secret key', formatSecretKey(key)],
    ['words', 'untrusted comment: x\nabc\n'],
  ])('%s is no public key', (_, text) => {
    expect(() => parsePublicKey(text)).toThrow('not a minisign public key');
  });
});

describe('a signature', () => {
  test('vouches for the bytes and for its comment', () => {
    expect(verifyBytes(manifest, signature, publicKey)).toBe('release:1\tafter:none');
  });

  test.each([
    ['other bytes', Buffer.from('{}'), signature, publicKey],
    ['another comment', manifest, signature.replace('release:1', 'release:2'), publicKey],
    ['another key of the same number', manifest, signature, parsePublicKey(formatPublicKey(other))],
    ['no signature at all', manifest, '', publicKey],
    ['a signature cut short', manifest, signature.slice(0, 120), publicKey],
  ])('does not for %s', (_, bytes, text, checked) => {
    expect(verifyBytes(bytes, text, checked)).toBeUndefined();
  });
});

describe('minisign itself', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-minisign-'));
    writeFileSync(join(folder, 'manifest.json'), manifest);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const minisign = (...parameters: readonly string[]) =>
    spawnSync('minisign', parameters, { cwd: folder, encoding: 'utf8', input: '' });
  const check = (title: string, body: () => void) =>
    test(title, (context) => {
      needsProgram(context, 'minisign');
      body();
    });

  check('verifies what we signed, and sees what was changed', () => {
    writeFileSync(join(folder, 'our.pub'), formatPublicKey(key));
    writeFileSync(join(folder, 'manifest.json.minisig'), signature);
    const good = minisign('-V', '-m', 'manifest.json', '-p', 'our.pub');
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('release:1')]);
    writeFileSync(join(folder, 'changed.json'), '{}');
    expect(minisign('-V', '-m', 'changed.json', '-x', 'manifest.json.minisig', '-p', 'our.pub').status).not.toBe(0);
  });

  check('makes keys and signatures that we read', () => {
    expect(minisign('-G', '-W', '-p', 'their.pub', '-s', 'their.key').status).toBe(0);
    expect(minisign('-S', '-s', 'their.key', '-m', 'manifest.json', '-x', 'their.minisig', '-t', 'theirs').status).toBe(
      0,
    );
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(verifyBytes(manifest, read('their.minisig'), parsePublicKey(read('their.pub')))).toBe('theirs');
    const theirs = parseSecretKey(read('their.key'), undefined);
    expect(verifyBytes(manifest, signBytes(manifest, theirs, 'ours'), parsePublicKey(read('their.pub')))).toBe('ours');
  });

  check('signs with the key that we made', () => {
    writeFileSync(join(folder, 'our.key'), formatSecretKey(key));
    const { status } = minisign(
      '-S',
      '-W',
      '-s',
      'our.key',
      '-m',
      'manifest.json',
      '-x',
      'ours.minisig',
      '-t',
      'again',
    );
    expect(status).toBe(0);
    expect(verifyBytes(manifest, readFileSync(join(folder, 'ours.minisig'), 'utf8'), publicKey)).toBe('again');
  });
});
