import { expect, test } from 'vitest';
import { needsProgram } from '../outside.ts';
import { buildGenerated } from '../sites/build.ts';

/** `npm run sites` builds two hundred. */
const SITES = 20;

test.for(Array.from({ length: SITES }, (_, number) => `ci-${number}`))(
  'what check passes builds, and others can read what comes out: %s',
  async (seed, context) => {
    needsProgram(context, '/usr/bin/python3');
    const { hostile, fault } = await buildGenerated(seed);
    expect(fault).toBeUndefined();
    expect(hostile).toBeGreaterThan(0);
  },
);
