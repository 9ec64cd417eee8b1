import { rmSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { inspectRoot } from '../../src/build/check/index.ts';
import { isMadeFile } from '../../src/routes.ts';
import { siteAddresses } from '../../src/rules/site-addresses.ts';
import { filesBelow } from '../../src/system/files.ts';
import { copyOfBureau } from '../dafu.ts';
import { TEST_DAY } from '../start-site.ts';

const dist = inject('dist');
const { files } = filesBelow(dist);

/** The style page is for who works on the site: content does not link to it, and its address may go without a redirect. */
const isPublic = (address: string) => !address.startsWith('style/');

test('the check knows every public page of the built site, and no other', async () => {
  const root = copyOfBureau();
  const { reports } = await inspectRoot(root, { today: TEST_DAY });
  rmSync(root, { recursive: true });
  const site = reports.flatMap(({ facts }) => (facts.kind === 'site' ? [facts.site.value] : []))[0];
  const built = files.flatMap((file) => (file.endsWith('index.html') ? [file.slice(0, -'index.html'.length)] : []));
  expect([...siteAddresses(reports, site).pages.keys()].sort()).toEqual(built.filter(isPublic).sort());
});

test('the check takes for files that the build makes what readers are linked to', () => {
  const linked = files.filter((file) => /\.(?:csv|xlsx|svg|ics|txt|md|xml|jsonld?)$/.test(file));
  expect(linked.filter((file) => !isMadeFile(file) && !/^(?:assets|search|verify)\//.test(file))).toEqual([]);
});
