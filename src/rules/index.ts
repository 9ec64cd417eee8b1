import { byCodeUnit } from '../model/order.ts';
import { MODEL_RULES } from '../model/rules.ts';
import type { Rule } from '../rule.ts';
import { TEXT_RULES } from '../text/rules.ts';
import * as attachments from './attachments.ts';
import * as bilingual from './bilingual.ts';
import * as bureaus from './bureaus.ts';
import * as bytes from './bytes.ts';
import * as characters from './characters.ts';
import { type AnyCheck, type Pass, type RegisteredCheck, raisedWhileReading } from './checks.ts';
import * as commitments from './commitments.ts';
import * as companions from './companions.ts';
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
import * as pairedLanguages from './pairs/languages.ts';
import * as numbers from './pairs/numbers.ts';
import * as structure from './pairs/structure.ts';
import * as translation from './pairs/translation.ts';
import * as paragraphs from './paragraphs.ts';
import * as personal from './personal/index.ts';
import * as progress from './progress.ts';
import * as publicFiles from './public-files.ts';
import * as published from './published.ts';
import * as records from './records.ts';
import * as siteAddresses from './site-addresses.ts';
import * as siteNames from './site-names.ts';
import * as siteSettings from './site-settings.ts';
import * as takenNames from './taken-names.ts';
import * as textKept from './text/kept.ts';
import * as text from './text/rules.ts';
import * as tree from './tree.ts';
import * as waivers from './waivers.ts';
import * as wordList from './word-list.ts';

/** A rule as its module exports it, with its check where it has one of its own. */
interface CheckedRule extends Rule {
  readonly check?: AnyCheck;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isRule = (value: unknown): value is CheckedRule =>
  isObject(value) && 'why' in value && 'examples' in value && 'id' in value;
const isPass = (value: unknown): value is Pass => isObject(value) && 'finds' in value && 'because' in value;

/** The rules that a module exports, by their names, or the rules of a table, in its order. */
const exportsOf = (module: object): unknown[] =>
  Object.entries(module)
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([, value]) => value);

/** Modules whose exports are rules and passes, by subject: what is added to one of them is listed, documented, run and tested. */
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
  textKept,
  linkTargets,
  companions,
  componentTargets,
  siteAddresses,
  identity,
  letter,
  records,
  bureaus,
  issuers,
  tree,
  takenNames,
  publicFiles,
  siteNames,
  siteSettings,
  paragraphs,
  structure,
  numbers,
  pairedLanguages,
  bilingual,
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

const EXPORTS = MODULES.flatMap(exportsOf);

const CONTENT_RULES: readonly CheckedRule[] = EXPORTS.filter(isRule);

/** Every rule that content obeys, by subject. */
export const RULES: readonly Rule[] = CONTENT_RULES;

/** Every check that one rule has, or several have together. Whatever reads a file or a site runs those of its scopes. */
export const CHECKS: readonly RegisteredCheck[] = [
  ...CONTENT_RULES.map((own): Pass => ({ finds: [own], because: '', ...(own.check && { check: own.check }) })),
  ...EXPORTS.filter(isPass),
].flatMap(({ check, finds }) => (check === undefined ? [] : [{ check, finds }]));

/** Rules that nothing runs by themselves, and why: what reads files, or weighs findings, raises them. */
export const RAISED_WHILE_READING: readonly Pass[] = [
  raisedWhileReading(
    [...Object.values(MODEL_RULES), ...Object.values(TEXT_RULES)],
    'what reads JSON, YAML, Markdown and values by their schemas tells of what it cannot read',
  ),
  ...EXPORTS.filter(isPass).filter(({ check }) => check === undefined),
];

/** The ids of the rules that an author may set aside with a reason. */
export const WAIVABLE: ReadonlySet<string> = new Set(RULES.flatMap(({ id, waivable }) => (waivable ? [id] : [])));
