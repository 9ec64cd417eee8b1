import { byCodeUnit } from '../model/order.ts';
import { MODEL_RULES } from '../model/rules.ts';
import type { Rule } from '../rule.ts';
import { TEXT_RULES } from '../text/rules.ts';
import * as attachments from './attachments.ts';
import * as bureaus from './bureaus.ts';
import * as bytes from './bytes.ts';
import * as characters from './characters.ts';
import * as commitments from './commitments.ts';
import * as componentTargets from './component-targets.ts';
import * as drawnCharacters from './drawn-characters.ts';
import * as escapes from './escapes.ts';
import * as fieldSpaces from './field-spaces.ts';
import * as figures from './figures/index.ts';
import * as periods from './figures/periods.ts';
import * as quoteTarget from './figures/quote-target.ts';
import * as stated from './figures/stated.ts';
import * as superseding from './figures/superseding.ts';
import * as toldPeriods from './figures/told-periods.ts';
import * as values from './figures/values.ts';
import * as held from './held.ts';
import * as identity from './identity.ts';
import * as imageMetadata from './image-metadata.ts';
import * as issuers from './issuers.ts';
import * as letter from './letter.ts';
import * as linkTargets from './link-targets.ts';
import * as lookalikes from './lookalikes.ts';
import * as nesting from './nesting.ts';
import * as numbers from './pairs/numbers.ts';
import * as structure from './pairs/structure.ts';
import * as translation from './pairs/translation.ts';
import * as paragraphs from './paragraphs.ts';
import * as personal from './personal/index.ts';
import * as progress from './progress.ts';
import * as published from './published.ts';
import { type CheckingRule, isChecking } from './read-site.ts';
import * as records from './records.ts';
import * as siteAddresses from './site-addresses.ts';
import * as siteNames from './site-names.ts';
import * as siteSettings from './site-settings.ts';
import * as text from './text/rules.ts';
import * as tree from './tree.ts';
import * as waivers from './waivers.ts';
import * as wordList from './word-list.ts';

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'why' in value && 'examples' in value && 'id' in value;

/** The rules that a module exports, by their names, or the rules of a table, in its order. */
const rulesOf = (module: object): Rule[] =>
  Object.entries(module)
    .sort(([one], [other]) => byCodeUnit(one, other))
    .flatMap(([, value]) => (isRule(value) ? [value] : []));

/** Modules whose exports are rules, by subject: a rule added to one of them is listed, documented and tested with no more ado. */
const MODULES = [
  bytes,
  characters,
  lookalikes,
  escapes,
  fieldSpaces,
  drawnCharacters,
  nesting,
  MODEL_RULES,
  TEXT_RULES,
  text,
  linkTargets,
  componentTargets,
  siteAddresses,
  identity,
  letter,
  records,
  bureaus,
  issuers,
  tree,
  siteNames,
  siteSettings,
  paragraphs,
  structure,
  numbers,
  translation,
  figures,
  quoteTarget,
  commitments,
  progress,
  values,
  periods,
  superseding,
  stated,
  toldPeriods,
  published,
  held,
  personal,
  imageMetadata,
  attachments,
  wordList,
  waivers,
];

/** Every rule that content obeys, by subject. */
export const RULES: readonly Rule[] = MODULES.flatMap(rulesOf);

/** The rules that find by themselves what breaks them. */
export const CHECKING: readonly CheckingRule[] = RULES.filter(isChecking);

/** The ids of the rules that an author may set aside with a reason. */
export const WAIVABLE: ReadonlySet<string> = new Set(RULES.flatMap(({ id, waivable }) => (waivable ? [id] : [])));
