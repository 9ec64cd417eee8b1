import { createHash, createPrivateKey, createPublicKey, scryptSync, sign, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

/*
 * The key and signature format of minisign (https://jedisct1.github.io/minisign/): whoever has minisign checks a release
 * without any of this code. Signatures are of the pre-hashed kind, Ed25519 over the BLAKE2b-512 of the file.
 */

/** A secret key: its number, the 32-byte seed and the 32-byte public half. */
export interface SecretKey {
  readonly number: Buffer;
  readonly seed: Buffer;
  readonly publicHalf: Buffer;
}

/** A public key: its 8-byte number, and the 32 bytes of the Ed25519 key. */
export interface PublicKey {
  readonly number: Buffer;
  readonly key: Buffer;
}

/** DER heads of raw Ed25519 keys (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Makes a key from 32 random bytes and an 8-byte number. */
export function secretKeyFrom(seed: Buffer, number: Buffer): SecretKey {
  const spki = createPublicKey(privateKey(seed)).export({ type: 'spki', format: 'der' });
  return { number, seed, publicHalf: spki.subarray(-32) };
}

/** The public key of a secret one. */
export function publicKeyOf({ number, publicHalf }: SecretKey): PublicKey {
  return { number, key: publicHalf };
}

/** The file of a secret key without a password, for a machine that keeps it where only it can read. */
export function formatSecretKey({ number, seed, publicHalf }: SecretKey): string {
  const body = Buffer.concat([number, seed, publicHalf]);
  const whole = Buffer.concat([Buffer.from('Ed\0\0B2'), Buffer.alloc(48), body, checksum(body)]);
  return `untrusted comment: minisign secret key\n${whole.toString('base64')}\n`;
}

/** The file of a public key. */
export function formatPublicKey({ number, publicHalf }: SecretKey): string {
  const id = Buffer.from(number).reverse().toString('hex').toUpperCase();
  return `untrusted comment: minisign public key ${id}\n${Buffer.concat([Buffer.from('Ed'), number, publicHalf]).toString('base64')}\n`;
}

/** Reads a secret key file; `password` is asked for where it is encrypted. Throws an Error that says what is wrong. */
export function parseSecretKey(text: string, password: string | undefined): SecretKey {
  const bytes = Buffer.from(text.split('\n')[1] ?? '', 'base64');
  if (bytes.length !== 158 || bytes.toString('latin1', 0, 2) !== 'Ed') throw new Error('not a minisign secret key');
  const encrypted = bytes.toString('latin1', 2, 4) === 'Sc';
  if (encrypted && password === undefined)
    throw new Error('the key is encrypted: give its password in MINISIGN_PASSWORD');
  const body = encrypted ? decrypt(bytes, password ?? '') : bytes.subarray(54);
  const [number, seed, publicHalf] = [body.subarray(0, 8), body.subarray(8, 40), body.subarray(40, 72)];
  const sum = body.subarray(72, 104);
  // `minisign -W` leaves the checksum of a key without a password blank; the key's two halves still have to agree.
  const blank =
    !encrypted && sum.every((byte) => byte === 0) && secretKeyFrom(seed, number).publicHalf.equals(publicHalf);
  if (!blank && !checksum(body.subarray(0, 72)).equals(sum))
    throw new Error(encrypted ? 'the password is wrong, or the key is damaged' : 'the key is damaged');
  return { number, seed, publicHalf };
}

/** Reads a public key: its file, or the one line of it. Throws an Error where it is not one. */
export function parsePublicKey(text: string): PublicKey {
  const bytes = Buffer.from(text.trim().split('\n').at(-1) ?? '', 'base64');
  if (bytes.length !== 42 || bytes.toString('latin1', 0, 2) !== 'Ed') throw new Error('not a minisign public key');
  return { number: bytes.subarray(2, 10), key: bytes.subarray(10) };
}

/** The signature file of some bytes. */
export function signBytes(bytes: Buffer, key: SecretKey, comment: string): string {
  const signature = sign(null, blake512(bytes), privateKey(key.seed));
  const overall = sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey(key.seed));
  return [
    'untrusted comment: signature from minisign secret key',
    Buffer.concat([Buffer.from('ED'), key.number, signature]).toString('base64'),
    `trusted comment: ${comment}`,
    overall.toString('base64'),
    '',
  ].join('\n');
}

/** The trusted comment of a signature file if it is valid for these bytes and this key; undefined otherwise. */
export function verifyBytes(bytes: Buffer, signatureFile: string, { number, key }: PublicKey): string | undefined {
  const [, first = '', commentLine = '', last = ''] = signatureFile.split(/\r?\n/);
  const whole = Buffer.from(first, 'base64');
  const signature = whole.subarray(10);
  const hashed = whole.toString('latin1', 0, 2) === 'ED';
  if (whole.length !== 74 || !whole.subarray(2, 10).equals(number)) return undefined;
  const comment = commentLine.replace(/^trusted comment: /, '');
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_HEAD, key]), format: 'der', type: 'spki' });
  const right =
    verify(null, hashed ? blake512(bytes) : bytes, publicKey, signature) &&
    verify(null, Buffer.concat([signature, Buffer.from(comment)]), publicKey, Buffer.from(last, 'base64'));
  return right ? comment : undefined;
}

function privateKey(seed: Buffer) {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

const blake512 = (bytes: Buffer) => createHash('blake2b512').update(bytes).digest();

/** BLAKE2b-256 over algorithm, number and key, by which minisign notices a wrong password. */
function checksum(body: Buffer): Buffer {
  return Buffer.from(blake2b(Buffer.concat([Buffer.from('Ed'), body]), { dkLen: 32 }));
}

/** Undoes the encryption with a stream from scrypt, whose work libsodium derives from the two limits in the file. */
function decrypt(bytes: Buffer, password: string): Buffer {
  const salt = bytes.subarray(6, 38);
  const operations = Number(bytes.readBigUInt64LE(38));
  const memory = Number(bytes.readBigUInt64LE(46));
  const blockSize = 8;
  const { cost, parallelization } = scryptWork(Math.max(operations, 32_768), memory, blockSize);
  const stream = scryptSync(password, salt, 104, { cost, blockSize, parallelization, maxmem: 2 ** 31 });
  return Buffer.from(bytes.subarray(54).map((byte, at) => byte ^ (stream[at] ?? 0)));
}

/** libsodium's pickparams (crypto_pwhash_scryptsalsa208sha256). */
function scryptWork(operations: number, memory: number, blockSize: number) {
  const powerUnder = (limit: number) => {
    let power = 1;
    while (power < 63 && 2 ** power <= limit / 2) power += 1;
    return power;
  };
  if (operations < memory / 32) return { cost: 2 ** powerUnder(operations / (blockSize * 4)), parallelization: 1 };
  const power = powerUnder(memory / (blockSize * 128));
  const most = Math.min(operations / 4 / 2 ** power, 0x3fffffff);
  return { cost: 2 ** power, parallelization: Math.floor(most / blockSize) };
}
