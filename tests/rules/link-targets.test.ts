import { describe, expect, it } from 'vitest';
import { body, type Example, file, key } from '../../src/rule.ts';
import { LINK_TARGET } from '../../src/rules/link-targets.ts';
import { checkSample, withExample } from './sample.ts';

const SITE = 'https://dafu.example';

/** The lines of the sample site with an example at which links lead nowhere. */
const broken = (example: Example) =>
  checkSample(withExample(example)).findings.flatMap(({ rule, place: { file, line } }) =>
    rule === LINK_TARGET.id ? [`${file}:${line}`] : [],
  );

const inText = (address: string) => body(`见 [答复](${address})。`, `See [the reply](${address}).`);
const website = (address: string) =>
  file(
    'content/bureaus.yaml',
    `bureaus:\n  - id: water\n    names: [{ zh: 虚构县水利局, en: Made-up County Water Bureau }]\n    contact:\n      website: ${address}\n`,
  );
const policy = (address: string): Example => [
  {
    kind: 'key',
    path: 'content/site.yaml',
    text: `official: false\nsecurity: { contact: 'mailto:a@dafu.example', expires: 2025-06-01, policy: '${address}' }`,
  },
];
const below = (base: string, example: Example): Example => [
  { kind: 'key', path: 'content/site.yaml', text: `base: ${base}` },
  ...example,
];
const redirected = (from: string, example: Example): Example => [
  ...file('data/redirects.json', JSON.stringify({ redirects: [{ from, to: 'zh/replies/2024-7/' }] })),
  ...example,
];

describe('a full address on the host of the site', () => {
  it.each<[string, Example, string[]]>([
    [
      'in a text',
      inText(`${SITE}/zh/replies/2024-9/`),
      ['content/replies/2024-7/en.mdx:10', 'content/replies/2024-7/zh.mdx:13'],
    ],
    [
      'of a paragraph',
      inText(`${SITE}/zh/replies/2024-7/#p99`),
      ['content/replies/2024-7/en.mdx:10', 'content/replies/2024-7/zh.mdx:13'],
    ],
    ['in a record', key(`sourceUrl: ${SITE}/2019/old-page.html`), ['content/replies/2024-7/zh.mdx:2']],
    ['of a bureau', website(`${SITE}/water/`), ['content/bureaus.yaml:5']],
    ['in the settings', policy(`${SITE}/policy.txt`), ['content/site.yaml:4']],
    ['below the base', below('/replies/', key(`sourceUrl: ${SITE}/replies/old/`)), ['content/replies/2024-7/zh.mdx:2']],
  ])('%s is refused where the site has no such page', (_where, example, places) => {
    expect(broken(example)).toEqual(places);
  });

  it.each<[string, Example]>([
    ['of a page', inText(`${SITE}/zh/replies/2024-7/`)],
    ['of a paragraph', inText(`${SITE}/zh/replies/2024-7/#p2`)],
    ['of words of a page', inText(`${SITE}/zh/replies/2024-7/#:~:text=%E6%9C%BA%E4%BA%95`)],
    ['with a query', key(`sourceUrl: ${SITE}/zh/replies/?year=2024`)],
    ['of the site itself', website(SITE)],
    ['of a file that the build makes', inText(`${SITE}/data/wells.csv`)],
    ['that is redirected', redirected('2019/old-page.html', key(`sourceUrl: ${SITE}/2019/old-page.html`))],
    ['outside the base, where other programs serve', below('/replies/', key(`sourceUrl: ${SITE}/2019/old-page.html`))],
    ['by another scheme', key('sourceUrl: http://dafu.example/2019/old-page.html')],
    ['of another site', key('sourceUrl: https://www.dafu.example/2019/old-page.html')],
    ['of a host whose name begins with it', key(`sourceUrl: ${SITE}.cn/2019/old-page.html`)],
  ])('%s is let be', (_where, example) => {
    expect(broken(example)).toEqual([]);
  });
});
