#!/usr/bin/env node
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, launch } from '../../../src/release/printing/chromium.ts';
import { pagesIn, templatesOf } from '../../dist/built-pages.ts';
import { startSite } from '../../start-site.ts';
import { CATEGORIES, measurePage, median, type Scores } from './lighthouse.ts';

const HELP = `Holds every template, in each of its languages, against Lighthouse: mobile, the median of three runs.

npm run bench:pages -- [--root DIR] [--runs 3] [--template reply,home]

The site must have been built. Ends with 1 where a score is below 100; a page that is not to be indexed is excused from SEO.
`;

const project = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: project },
    runs: { type: 'string', default: '3' },
    template: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const dist = path.join(path.resolve(values.root), 'dist');
if (!existsSync(dist)) {
  process.stderr.write(`bench:pages: ${dist} is not there: build the site first\n`);
  process.exit(2);
}

const wanted = values.template?.split(',');
const pages = templatesOf(pagesIn(dist)).filter(({ template }) => wanted?.includes(template) ?? template !== 'none');
const site = await startSite(['--root', path.resolve(values.root)]);
// The browser listens for Lighthouse on a port of the system's choice, found by asking for a free one first.
const port = 20_000 + (process.pid % 20_000);
const browser = await launch(await findChromium(), [`--remote-debugging-port=${port}`]);
let below = 0;
try {
  console.log(
    `| template | language | page | ${CATEGORIES.join(' | ')} |\n| --- | --- | --- |${' ---: |'.repeat(CATEGORIES.length)}`,
  );
  for (const { template, language, path: own, indexed } of pages) {
    const runs: Scores[] = [];
    for (let run = 0; run < Number(values.runs); run += 1) runs.push(await measurePage(site.address + own, port));
    const scores = CATEGORIES.map((category) => {
      const score = median(runs.map((scored) => scored[category]));
      if (category === 'seo' && !indexed) return 'excused';
      if (score < 100) below += 1;
      return String(score);
    });
    console.log(`| ${template} | ${language} | /${own} | ${scores.join(' | ')} |`);
    if (scores.some((score) => score !== '100' && score !== 'excused')) {
      for (const failure of new Set(runs.flatMap(({ failures }) => failures))) console.error(`  /${own}: ${failure}`);
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
console.log(below === 0 ? 'Every score is 100.' : `${below} score(s) below 100.`);
process.exitCode = below === 0 ? 0 : 1;
