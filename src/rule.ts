import type { Bilingual, Finding, Hint, Place, RuleId } from './errors.ts';

/** The description of a rule: all that `dafu rules` and docs/rules.md show. */
export interface RuleText {
  readonly severity: Finding['severity'];
  readonly why: Bilingual;
  readonly examples: Examples;
  /** Whether an author may set the rule aside with a reason. */
  readonly waivable?: boolean;
}

/** A rule: its id names it in findings, waivers and docs. */
export interface Rule extends RuleText {
  readonly id: RuleId;
}

/**
 * What breaks a rule. Content shows it with the smallest example and the same put right; what no content of the sample site can show
 * (a letter in Word, a built site, a release) is told in words, and a test in tests/rules/cases.ts makes it happen.
 */
type Examples = { readonly bad: Example; readonly good: Example } | { readonly bad: Bilingual };

/** Whether a rule is shown by content, bad and good. */
export function isShownByContent(examples: Examples): examples is { readonly bad: Example; readonly good: Example } {
  return 'good' in examples;
}

/** Makes a rule of its text and an id in kebab case: nothing else makes the ids that findings carry. */
export function rule<Extra extends RuleText>(id: string, text: Extra): Extra & Rule {
  return { ...text, id: id as RuleId };
}

/** Makes the rules of a part of the program whose readers raise them while reading, by their ids. */
export function rules<Id extends string>(texts: Readonly<Record<Id, RuleText>>): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<RuleText>(texts).map(([id, text]) => [id, rule(id, text)]);
  return Object.fromEntries(entries) as Readonly<Record<Id, Rule>>;
}

/**
 * A finding of a rule, with the rule's severity. The message says what is there and what was expected; the hint how to
 * fix it.
 */
export function found({ id, severity }: Rule, place: Place, message: Bilingual, hint: Hint): Finding {
  return { rule: id, severity, place, message, hint };
}

/** The reply of the sample site that examples are written into. */
export const SAMPLE_REPLY = 'content/replies/2024-7';

/** One change to the sample site: the part of a file that an example shows. */
export type ExampleFile =
  /** The body of a document after its addressee. */
  | { readonly kind: 'body'; readonly path: string; readonly text: string }
  /** A front-matter or YAML key with its value, which replaces the key of that name or is added. */
  | { readonly kind: 'key'; readonly path: string; readonly text: string }
  /** Words of a file replaced by others. */
  | { readonly kind: 'words'; readonly path: string; readonly instead: string; readonly text: string }
  /** A whole text file. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** A whole file as bytes in hexadecimal, and what an author sees of it. */
  | { readonly kind: 'bytes'; readonly path: string; readonly hex: string; readonly text: string }
  /** A file left out. */
  | { readonly kind: 'absent'; readonly path: string; readonly text: string }
  /** A folder or file under another name. */
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string; readonly text: string };

/** A few lines of content that show a rule broken or kept. The rest of the site is a plain sample. */
export type Example = readonly ExampleFile[];

/** A body in Chinese, with an English one where the sample's own would not pair with it. */
export function body(zh: string, en?: string): Example {
  const chinese: ExampleFile = { kind: 'body', path: `${SAMPLE_REPLY}/zh.mdx`, text: zh };
  return en === undefined ? [chinese] : [chinese, { kind: 'body', path: `${SAMPLE_REPLY}/en.mdx`, text: en }];
}

/** A front-matter key of the sample reply's Chinese file. */
export function key(text: string): Example {
  return [{ kind: 'key', path: `${SAMPLE_REPLY}/zh.mdx`, text }];
}

/** A front-matter key of the sample reply's translation. */
export function translationKey(text: string): Example {
  return [{ kind: 'key', path: `${SAMPLE_REPLY}/en.mdx`, text }];
}

/** Words of the sample dataset replaced by others. */
export function dataset(instead: string, text: string): Example {
  return [{ kind: 'words', path: 'data/wells.json', instead, text }];
}

/** A whole file. */
export function file(path: string, text: string): Example {
  return [{ kind: 'file', path, text }];
}
