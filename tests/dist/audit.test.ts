import { resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readSite } from '../../src/catalogue/files.ts';
import { formatPlace } from '../../src/errors.ts';
import { auditSite } from '../../src/integrations/audit/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');

test('the built site passes its audit: links, anchors, twins, text, nothing inline, nothing foreign', () => {
  const findings = auditSite({ folder: inject('dist'), root: ROOT, site: readSite(ROOT) });
  expect(findings.map(({ place, message }) => `${formatPlace(place)}: ${message.en}`)).toEqual([]);
});
