import { byCodeUnit } from '../model/order.ts';
import * as attachments from './attachments.ts';
import * as bureaus from './bureaus.ts';

import * as bytes from './bytes.ts';
import * as characters from './characters.ts';
import * as commitments from './commitments.ts';
import { COMPONENT_TARGET } from './component-targets.ts';
import { ESCAPE } from './escapes.ts';
import * as figures from './figures/index.ts';
import * as periods from './figures/periods.ts';
import { QUOTE_REPLY } from './figures/quote-target.ts';
import { SUPERSEDES } from './figures/superseding.ts';
import * as values from './figures/values.ts';
import { FORMAT_RULES } from './format-rules.ts';
import { HELD_BACK } from './held.ts';
import * as identity from './identity.ts';
import * as imageMetadata from './image-metadata.ts';
import * as issuers from './issuers.ts';
import * as letter from './letter.ts';
import * as linkTargets from './link-targets.ts';
import { LOOKALIKE } from './lookalikes.ts';
import { LONG_LINE, NESTING } from './nesting.ts';
import { NUMBERS_DISAGREE } from './pairs/numbers.ts';
import * as structure from './pairs/structure.ts';
import * as translation from './pairs/translation.ts';
import { UNKNOWN_PARAGRAPH } from './paragraphs.ts';
import * as personal from './personal/index.ts';
import * as progress from './progress.ts';
import * as published from './published.ts';
import * as records from './records.ts';
import type { Rule } from './rule.ts';
import * as siteAddresses from './site-addresses.ts';
import { UNKNOWN_NAME } from './site-names.ts';
import { SECURITY_EXPIRED } from './site-settings.ts';
import * as text from './text/rules.ts';
import * as tree from './tree.ts';
import { WAIVER_REFUSED, WAIVER_UNUSED } from './waivers.ts';

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'why' in value && 'bad' in value && 'severity' in value;

/** The rules that a module exports, by their names. */
const rulesOf = (module: object): Rule[] =>
  Object.entries(module)
    .sort(([one], [other]) => byCodeUnit(one, other))
    .flatMap(([, value]) => (isRule(value) ? [value] : []));

/** Every rule that content obeys, by subject: what `dafu rules` and docs/rules.md list. */
export const RULES: readonly Rule[] = [
  ...rulesOf(bytes),
  ...rulesOf(characters),
  LOOKALIKE,
  ESCAPE,
  NESTING,
  LONG_LINE,
  ...FORMAT_RULES,
  ...rulesOf(text),
  ...rulesOf(linkTargets),
  COMPONENT_TARGET,
  ...rulesOf(siteAddresses),
  ...rulesOf(identity),
  ...rulesOf(letter),
  ...rulesOf(records),
  ...rulesOf(bureaus),
  ...rulesOf(issuers),
  ...rulesOf(tree),
  UNKNOWN_NAME,
  SECURITY_EXPIRED,
  UNKNOWN_PARAGRAPH,
  ...rulesOf(structure),
  NUMBERS_DISAGREE,
  ...rulesOf(translation),
  ...rulesOf(figures),
  QUOTE_REPLY,
  ...rulesOf(commitments),
  ...rulesOf(progress),
  ...rulesOf(values),
  ...rulesOf(periods),
  SUPERSEDES,
  ...rulesOf(published),
  HELD_BACK,
  ...rulesOf(personal),
  ...rulesOf(imageMetadata),
  ...rulesOf(attachments),
  WAIVER_REFUSED,
  WAIVER_UNUSED,
];

/** The ids of the rules that an author may set aside with a reason. */
export const WAIVABLE: ReadonlySet<string> = new Set(RULES.flatMap(({ id, waivable }) => (waivable ? [id] : [])));
