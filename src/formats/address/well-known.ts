import type { Site } from '../../model/site.ts';

/** robots.txt (RFC 9309): everything may be read; the sitemap is named. `sitemap` is absolute. */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

/** security.txt (RFC 9116) of what site.yaml gives, or undefined where it gives nothing. `canonical` is its own absolute address. */
export function securityText(
  { security, languages }: Pick<Site, 'security' | 'languages'>,
  canonical: string,
): string | undefined {
  if (security === undefined) return undefined;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Contact', security.contact],
    ['Expires', `${security.expires}T23:59:59+08:00`],
    ['Preferred-Languages', languages.join(', ')],
    ['Policy', security.policy],
    ['Canonical', canonical],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`])).join('');
}
