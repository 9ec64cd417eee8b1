#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { LOCALES } from '../../../src/model/locale.ts';
import { checkQuote } from '../../../src/quotes/check.ts';
import { quoteCorpus } from '../../../src/quotes/corpus.ts';
import { seededRandom } from '../../corpus/random.ts';
import { ALTERATIONS, corpusBundles, randomQuotation } from '../../quotes/alterations.ts';

const HELP = `Checks quotations from a made-up archive, as they stand and altered, and says how many are found and how fast.

npm run bench:quote -- [--replies 2000] [--samples 20] [--lengths 30,200,2000] [--languages zh,en]
`;

const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '2000' },
    samples: { type: 'string', default: '20' },
    lengths: { type: 'string', default: '30,200,2000' },
    languages: { type: 'string', default: 'zh,en' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

/** The time that a share of the checks stayed below, in milliseconds. */
const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0;

for (const locale of LOCALES.filter((language) => values.languages.split(',').includes(language))) {
  const bundles = corpusBundles(Number(values.replies), locale);
  const before = performance.now();
  const corpus = quoteCorpus(bundles);
  const loading = performance.now() - before;
  process.stdout.write(
    `${locale}: ${values.replies} replies, ${corpus.text.length} characters, joined in ${loading.toFixed(0)} ms\n`,
  );
  checkQuote(corpus, '没有哪一件答复说过这一句话，它只用来热身。');
  for (const length of values.lengths.split(',').map(Number)) {
    for (const [name, alter] of [['none', (text: string) => text] as const, ...Object.entries(ALTERATIONS)]) {
      const random = seededRandom('bench', `${locale} ${length}`);
      const times: number[] = [];
      let found = 0;
      for (let sample = 0; sample < Number(values.samples); sample += 1) {
        const quotation = randomQuotation(bundles, length, random);
        if (quotation === undefined) continue;
        const altered = alter(quotation.text, random);
        const start = performance.now();
        const { kind } = checkQuote(corpus, altered);
        times.push(performance.now() - start);
        if (kind === 'exact' || kind === 'altered') found += 1;
      }
      const line = [`${length} characters`.padStart(16), name.padEnd(31), `found ${found}/${times.length}`.padEnd(13)];
      const taken = `median ${quantile(times, 0.5).toFixed(1)} ms, longest ${quantile(times, 1).toFixed(1)} ms`;
      process.stdout.write(`${[...line, taken].join('  ')}\n`);
    }
  }
}
