import type { Finding } from '../errors.ts';
import type { Example } from '../rule.ts';
import { found, rule } from '../rule.ts';
import { on } from './checks.ts';
import type { ReadSite } from './read-site.ts';

const security = (expires: string): Example => [
  {
    kind: 'words',
    path: 'content/site.yaml',
    instead: 'official: false',
    text: `official: false\nsecurity: { contact: "mailto:security@dafu.example", expires: ${expires} }`,
  },
];

export const SECURITY_EXPIRED = rule('security-expired', {
  severity: 'warning',
  why: {
    zh: 'security.txt 过了有效期就作废（RFC 9116），发现漏洞的人不知道还能不能照它联系。',
    en: 'A security.txt past its date is void (RFC 9116): someone who finds a vulnerability cannot tell whether it still applies.',
  },
  examples: { bad: security('2024-06-30'), good: security('2025-06-30') },
  check: on('site', expired),
});

function expired({ site, sitePlace, today }: ReadSite): Finding[] {
  if (site?.security === undefined || site.security.expires >= today) return [];
  const { expires } = site.security;
  return [
    found(
      SECURITY_EXPIRED,
      sitePlace('security'),
      { zh: `security.txt 的有效期到 ${expires} 为止，已经过了`, en: `security.txt was valid until ${expires}` },
      {
        zh: '请确认联系方式仍然有效，再把 expires 改到一年之内的日期',
        en: 'make sure that the contact still holds, and set expires to a day within a year',
      },
    ),
  ];
}
