/** robots.txt (RFC 9309): everything may be read; the sitemap is named. `sitemap` is absolute. */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
