#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { seededRandom } from '../../corpus/random.ts';
import { growth } from '../../growth.ts';
import { PAIRS, PIECES, repeated } from './signs.ts';
import { TASKS } from './tasks.ts';

/** `npm run fuzz:growth`: how the time of every reader and writer grows with texts that say one thing over and over; exits 1 above three times a doubling. */
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    task: { type: 'string' },
  },
});
const random = seededRandom(values.seed, 'growth');
const pieces = [...PIECES, ...Array.from({ length: Number(values.pairs) }, () => random.pick(PAIRS))];
let [tried, above] = [0, 0];
for (const [name, { size, isOneLine, run }] of Object.entries(TASKS)) {
  if (values.task !== undefined && values.task !== name) continue;
  let most = 0;
  for (const piece of pieces) {
    const task = (length: number) => run(repeated(piece, length, isOneLine));
    // At n, 2n and 4n: what grows as the square does so at the larger sizes too.
    const ratio = Math.max(growth(size, task), growth(2 * size, task));
    tried += 1;
    most = Math.max(most, ratio);
    if (ratio > 3) {
      above += 1;
      console.log(`${name}: ${JSON.stringify(piece)} ${ratio.toFixed(2)}`);
    }
  }
  console.log(`${name}: at most ${most.toFixed(2)} a doubling`);
}
console.log(`${tried} measured, ${above} above 3`);
process.exitCode = above > 0 ? 1 : 0;
