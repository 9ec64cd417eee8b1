import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unaccountedFindings } from '../../../src/build/audit/accounted.ts';
import { listSite } from '../../../src/build/audit/site-files.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';
import { SAMPLE, temporaryRoot } from '../../faults/root.ts';

test('the page of a document that no page leads to is accounted for, and a page without a document is not', () => {
  using site = temporaryRoot(SAMPLE);
  using built = temporaryRoot();
  for (const file of ['pages/opening-hours/zh.mdx', 'reports/wells/en.mdx'])
    writeFileAndFolders(join(site.root, 'content', file), '');
  for (const page of ['zh/opening-hours/', 'en/reports/wells/', 'en/opening-hours/', 'zh/left/'])
    writeFileAndFolders(join(built.root, page, 'index.html'), '');
  const { files } = listSite(built.root);
  const findings = unaccountedFindings({ root: site.root, files, leads: () => [] });
  expect(findings.map(({ place }) => place.file)).toEqual(['en/opening-hours/index.html', 'zh/left/index.html']);
});
