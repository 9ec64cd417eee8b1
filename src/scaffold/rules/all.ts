import { BUILD_RULES } from '../../build/rules.ts';
import { IMPORT_RULES } from '../../import/rules.ts';
import { RELEASE_RULES } from '../../release/rules.ts';
import type { Rule } from '../../rule.ts';
import { RULES } from '../../rules/index.ts';

/** Every rule that any command can find broken: what `dafu rules` and docs/rules.md list. */
export const ALL_RULES: readonly Rule[] = [
  ...RULES,
  ...Object.values(IMPORT_RULES),
  ...Object.values(BUILD_RULES),
  ...Object.values(RELEASE_RULES),
];
