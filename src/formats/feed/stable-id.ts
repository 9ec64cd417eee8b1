import { createHash } from 'node:crypto';

/** The namespace of Dafu's ids: version 5 of the UUID of `dafu` in the DNS namespace of RFC 9562, appendix A. */
const NAMESPACE = uuid5(Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex'), 'dafu');

/** Version 5 UUID of a name (RFC 9562, 5.5), as 16 bytes. */
function uuid5(namespace: Buffer, name: string): Buffer {
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes;
}

/**
 * The id of a thing that is known by its names, such as issuer and document number: `urn:uuid:…`.
 * It stays the same when the site moves to another address.
 */
export function stableId(...names: readonly string[]): string {
  const hex = uuid5(NAMESPACE, names.join('\n')).toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}
