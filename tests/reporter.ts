import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** What a run of Vitest came to, as `tests/run.ts` adds it up. */
export interface TestTally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Lists every skipped test with its reason, and leaves the tally in the file that DAFU_TEST_TALLY names. A file that
 * could not be loaded and an error outside any test count as one failure each.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'skipped') {
          skipped += 1;
          console.log(`skipped: ${module.relativeModuleId} › ${test.fullName}: ${result.note ?? 'no reason given'}`);
        } else failed += 1;
      }
    }
    const tally: TestTally = { passed, failed, skipped };
    const file = process.env.DAFU_TEST_TALLY;
    if (file) writeFileSync(file, JSON.stringify(tally));
  }
}
