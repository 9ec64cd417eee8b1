/** The languages of findings and commands, whatever languages a site has. */
export const FINDING_LANGUAGES = ['zh', 'en'] as const;

export type FindingLanguage = (typeof FINDING_LANGUAGES)[number];

/** Words of a finding in both languages. */
export type Bilingual = Readonly<Record<FindingLanguage, string>>;

/**
 * How to fix what was found. Where that takes a command, `web` says how people do it who only have a forge's web page (edit this
 * file, rename that upload).
 */
export interface Hint extends Bilingual {
  readonly web?: Bilingual;
}

/** Who reads a hint: someone at a terminal with the site's folder, or someone on a web page, who has no commands. */
export type HintReader = 'terminal' | 'web';

/** A place in a file: a path relative to the site's root, with 1-based line and column where known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

declare const registered: unique symbol;

/**
 * The id of a rule, such as `quote-not-found`. Only `rule()` and `rules()` of rule.ts make one, so that every id that
 * is raised is listed.
 */
export type RuleId = string & { readonly [registered]: true };

/** One thing that is wrong (or doubtful) in content or data, and how to fix it. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  readonly message: Bilingual;
  readonly hint: Hint;
  /**
   * The exact words it is about, where a setting may allow just those. Removed once settings are applied: it may be
   * private.
   */
  readonly about?: string;
}

/** How to fix a finding, in the words for whoever reads it. */
export function hintFor({ hint }: Pick<Finding, 'hint'>, reader: HintReader): Bilingual {
  return reader === 'web' ? (hint.web ?? hint) : hint;
}

/** A text made safe to show on one line: file names and content may hold line breaks or terminal escapes. */
export function oneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** `path:line:column` of a place, leaving out what is unknown. */
export function formatPlace({ file, line, column }: Place): string {
  const path = oneLine(file);
  if (line === undefined) return path;
  return column === undefined ? `${path}:${line}` : `${path}:${line}:${column}`;
}

/** A failure that whoever commits content or data can fix. `hint` says how. */
export class SiteError extends Error {
  override name = 'SiteError';
  readonly findings: readonly Finding[];

  constructor(findings: Finding | readonly Finding[], options?: ErrorOptions) {
    const list = 'rule' in findings ? [findings] : findings;
    super(list.map((finding) => `${formatPlace(finding.place)}: ${finding.message.en}`).join('\n'), options);
    this.findings = list;
  }
}
