import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { needsProgram } from '../../outside.ts';
import { builtFiles } from '../site.ts';

it('feeds, sitemaps and drawings are well-formed XML to xmllint, without a network', (context) => {
  needsProgram(context, 'xmllint');
  const files = builtFiles().filter((file) => /\.(?:xml|svg)$/.test(file));
  for (const ending of ['feed.xml', 'sitemap.xml', '.svg'])
    expect(files.some((file) => file.endsWith(ending))).toBe(true);
  const read = (paths: readonly string[]) =>
    spawnSync('xmllint', ['--noout', '--nonet', ...paths], { cwd: inject('dist'), encoding: 'utf8' });
  const { status, stderr } = read(files);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(read([join('zh', 'index.html')]).status).not.toBe(0);
});
