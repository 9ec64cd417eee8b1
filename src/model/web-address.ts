import { z } from 'zod';

/**
 * Characters that an address may not hold unescaped (RFC 3986), or that would end it early in a feed, a citation, a
 * header or a server's configuration.
 */
const NO_ADDRESS = /[\s\p{Cc}\p{Cf}\p{Cs}"<>\\^`{}]/u;

/** A percent-encoded text decoded; the text itself where the encoding is invalid. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The anchor that the fragment of an address names (`#p3`); empty where it names none but words to show (`#:~:text=`), or is empty. */
export const anchorOf = ({ hash }: Pick<URL, 'hash'>): string => percentDecoded(hash.slice(1).split(':~:')[0] ?? '');

/** A host as it is in an address: names with letters and digits of any script and single hyphens, or an address in numbers. */
const HOST =
  /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?:\.(?=[\p{L}\p{M}\p{N}])|$))+$|^\[[0-9a-f:.]+\]$/u;

/** Characters of a host name (RFC 1035). */
const LONGEST_HOST = 253;

/**
 * A parsed address that every program reads alike: without a user name, odd characters or a disguised host; undefined
 * for others.
 */
function plainUrl(text: string): URL | undefined {
  const url = NO_ADDRESS.test(text) ? null : URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  if (!/^https?:$/.test(url.protocol)) return url;
  const host = /^https?:\/\/([^/?#:[\]]+|\[[^\]/]*\])(?::\d+)?(?:[/?#]|$)/i.exec(text)?.[1]?.toLowerCase();
  if (host === undefined || host.length > LONGEST_HOST || !HOST.test(host)) return undefined;
  // Numeric hosts in unusual notation and look-alike letters resolve to another host than they show.
  const asWritten = /^[\x21-\x7e]+$/.test(host) ? host === url.hostname : /\bxn--/.test(url.hostname);
  return asWritten ? url : undefined;
}

/**
 * The `https://host[:port]` that a text gives, or undefined where it gives anything else: a path, a query, a user name.
 * A host in another script is given as programs ask for it (`xn--…`).
 */
export function plainOrigin(text: string): string | undefined {
  return /^https:\/\/[^/?#]+\/?$/i.test(text) ? plainUrl(text)?.origin : undefined;
}

/** Where a site lives: `https://` and a host, without a path. */
export const originSchema = z
  .string()
  .refine(
    (text) => plainOrigin(text) !== undefined,
    'must be https:// and a host, without a path, a user name or other signs, such as https://www.example.gov.cn',
  )
  .overwrite((text) => plainOrigin(text) ?? text)
  .meta({ format: 'uri' });

/** An address with one of some schemes, such as `https`; `message` says which. */
const addressSchema = (schemes: readonly string[], message: string) =>
  z
    .string()
    .refine((text) => schemes.some((scheme) => plainUrl(text)?.protocol === `${scheme}:`), message)
    .meta({ format: 'uri' });

/** A page of another site. */
export const pageAddressSchema = addressSchema(
  ['http', 'https'],
  'must be an http:// or https:// address, without a user name or white space',
);

/** The same, where only https will do. */
export const secureAddressSchema = addressSchema(
  ['https'],
  'must be an https:// address, without a user name or white space',
);

/** How to reach somebody. */
export const contactSchema = addressSchema(
  ['https', 'mailto', 'tel'],
  'must be a mailto:, tel: or https:// address, without white space',
);

/** The path that a site lives under, which begins and ends with `/`: no dot segments, which browsers take away. */
export const basePathSchema = z
  .string()
  .regex(
    /^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._-]+\/)*$/,
    'must begin and end with /, with names of letters, digits, - _ and . between them, such as /replies/',
  );
