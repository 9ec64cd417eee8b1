import { describe, expect, test } from 'vitest';
import { readBuilt } from '../site.ts';

describe.each(['zh', 'en'])('the page on verifying, in %s,', (locale) => {
  const page = readBuilt(`${locale}/verify/index.html`);
  const section = /<section class="integrity"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';

  test('names manifest and envelope, and links to neither, since a build that is no release has none', () => {
    for (const name of ['/manifest.json', '/manifest.envelope.json']) expect(section).toContain(name);
    expect(section).not.toContain('href=');
  });

  test('gives the commands of others’ tools and of ours, for this site’s address', () => {
    const commands = [...section.matchAll(/<code>([^<]+)<\/code>/g)].map(([, command = '']) => command);
    expect(commands).toEqual([
      expect.stringMatching(/^sha256sum \S+$/),
      'minisign -Vm manifest.json -p minisign.pub',
      'npm run dafu -- verify https://dafu.example/ --key minisign.pub',
    ]);
  });
});
