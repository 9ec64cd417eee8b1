import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { toString as textOf } from 'xast-util-to-string';
import { placeChartFile, placeSlide } from '../../src/charts/chart-file.ts';
import { PALETTES } from '../../src/charts/palette.ts';
import { chartPng, chartSvg } from '../../src/pictures/chart-picture.ts';
import { fictionalDataset } from '../charts/dataset.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const WORDS = { title: '云溪市更换了路灯', description: '路灯' };
const DATASET = fictionalDataset({ observations: [{ period: '2030', value: '-68', qualifier: 'approx' }] });
const OPTIONS = {
  locale: 'zh' as const,
  replies: ['云城管函〔2030〕7号'],
  issuer: '云溪市城市管理局',
  address: 'https://dafu.example/zh/data/lamps/',
};
const scene = placeChartFile(DATASET, OPTIONS);

test('a chart as SVG is XML whatever signs its words have', () => {
  const title = '更换 > ]]> <b> & "甲"';
  expect(textOf(fromXml(chartSvg(scene, { title, description: ']]>' })))).toContain(title);
});

describe('a chart as PNG', () => {
  test('is of 16 to 9, as a slide is, on its opaque ground', async () => {
    const { width, height, data } = PNG.sync.read(Buffer.from(await chartPng(placeSlide(DATASET, OPTIONS))));
    expect([width, height]).toEqual([1920, 1080]);
    const [red = 0, green = 0, blue = 0, alpha] = data;
    expect(`#${Buffer.from([red, green, blue]).toString('hex')}`).toBe(PALETTES.light['chart-ground']);
    expect(alpha).toBe(255);
  });

  test('is the same bytes again, and in another process with another language, time zone and folder', async () => {
    const [one, other] = await Promise.all([chartPng(scene), chartPng(scene)]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const program = `
      import { chartPng } from ${JSON.stringify(join(PROJECT, 'src/pictures/chart-picture.ts'))};
      process.stdout.write(await chartPng(${JSON.stringify(scene)}));`;
    const elsewhere = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: '/',
      env: { TZ: 'America/New_York', LANG: 'fr_FR.UTF-8', HOME: '/nonexistent' },
      maxBuffer: 1 << 24,
    });
    expect(elsewhere.stderr.toString()).toBe('');
    expect(elsewhere.stdout.equals(Buffer.from(one))).toBe(true);
  });
});

describe('a chart as SVG', () => {
  const svg = chartSvg(scene, WORDS);

  test('says what it shows to those who do not see it', () => {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>云溪市更换了路灯</title><desc>路灯</desc>');
  });

  test('carries its headline, unit, source, version and address as words, and fetches nothing', () => {
    const words = svg.replace(/<[^>]*>/g, ' ');
    for (const part of [
      '云溪市更换了路灯',
      '单位：盏',
      '云城管函〔2030〕7号',
      '1.0.0',
      'https://dafu.example/zh/data/lamps/',
    ])
      expect(words.replace(/\s+/g, '')).toContain(part.replace(/\s+/g, ''));
    expect(svg).not.toMatch(/href=|url\((?!#)|@import|<style|<script|var\(/);
  });
});
