#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { tryDetails } from './details.ts';
import { tryMutations } from './try.ts';

const { values } = parseArgs({
  options: {
    number: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '578' },
    missed: { type: 'boolean' },
  },
});
const { planted, ...figures } = tryMutations(Number(values.number), Number(values.seed));
const details = tryDetails(Number(values.number), Number(values.seed));
const missed = [...figures.missed, ...details.missed];
const rows = Object.entries({ ...figures.kinds, ...details.kinds }).sort(([one], [other]) => (one < other ? -1 : 1));
const sum = (key: 'tried' | 'found' | 'missed') => rows.reduce((total, [, row]) => total + row[key], 0);
console.log('kind\ttried\tfound\tmissed');
for (const [kind, { tried, found, missed: lost }] of rows) console.log(`${kind}\t${tried}\t${found}\t${lost}`);
console.log(`all\t${sum('tried')}\t${sum('found')}\t${sum('missed')}`);
console.log(`right pairs planted: ${planted.tried}, false alarms: ${planted.alarms.length}`);
for (const alarm of planted.alarms) console.log(`  false alarm: ${alarm}`);
if (values.missed) for (const one of missed) console.log(`  missed: ${one}`);
process.exitCode = missed.length + planted.alarms.length > 0 ? 1 : 0;
