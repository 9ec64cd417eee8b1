import { parseArgs } from 'node:util';
import { buildGenerated } from './build.ts';

/** `npm run sites -- --count 200 --seed 1`: what check passes must build. Prints each site that does not, with its seed; exits 1 then. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
let [failed, hostile] = [0, 0];
for (let number = 0; number < Number(values.count); number += 1) {
  const seed = `${values.seed}-${number}`;
  const built = await buildGenerated(seed);
  hostile += built.hostile;
  if (built.fault === undefined) continue;
  failed += 1;
  console.log(`seed ${seed}:\n${built.fault}\n`);
}
console.log(`${values.count} sites with ${hostile} hostile values: ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
