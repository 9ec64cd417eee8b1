import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { remarkSiteLinks } from '../../src/text/mdx-plugins.ts';

describe('links within the site', () => {
  it.each([
    ['a path of the site', '[a](/zh/about/)', '[a](/dafu/zh/about/)'],
    ['a definition', '[a]\n\n[a]: /zh/', '[a]\n\n[a]: /dafu/zh/'],
    ['another host', '[a](https://example.org/zh/)', '[a](https://example.org/zh/)'],
    ['a host without scheme', '[a](//example.org/)', '[a](//example.org/)'],
    ['a fragment', '[a](#p1)', '[a](#p1)'],
  ])('puts the base before %s only where it is one', (_case, source, expected) => {
    const result = remark().use(remarkSiteLinks, { base: '/dafu/' }).processSync(source);
    expect(String(result).trim()).toBe(expected);
  });
});
