import type { Root } from 'mdast';
import type { AttachmentReading } from '../attachments/index.ts';
import type { Finding } from '../errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Rule } from '../rule.ts';
import type { BodyKind } from '../text/guard/code.ts';
import type { BodyOrigin } from '../text/parse.ts';
import type { ValuePlace } from './bilingual.ts';
import type { CommitmentInSite } from './commitments.ts';
import type { DatasetSource } from './figures/source.ts';
import type { FileRole } from './layout.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';
import type { TreeEntry } from './tree.ts';

/** A file that was decoded: one that people edit, a record of what was published, or a text of `public/`. */
export interface TextFile {
  readonly path: string;
  /** As decoded, its byte order mark included. */
  readonly text: string;
  readonly role: FileRole['role'];
}

/** A YAML or JSON text: a whole file, or the front matter of a document (its role is `document`). */
export interface FieldText extends TextFile {
  /** How many lines of the file come before the text. */
  readonly linesBefore: number;
}

/** A file of another program: beside a document, or in `public/`. */
export interface BinaryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole['role'];
}

/** The text of a document as it was parsed. */
interface ReadBody {
  readonly tree: Root;
  readonly text: string;
  readonly kind: BodyKind;
  readonly locale: Locale;
  readonly origin: BodyOrigin;
  /** What reading it found already. */
  readonly others: readonly Finding[];
}

/** What a check of each scope is given. A check of one file depends on nothing else; those of a site see all of it. */
interface Scopes {
  readonly text: [file: TextFile];
  readonly fields: [fields: FieldText];
  readonly bytes: [file: BinaryFile];
  /** The words, properties and programs of a file of another program. */
  readonly attachment: [reading: AttachmentReading, path: string];
  readonly body: [body: ReadBody];
  /** A value read from YAML or JSON, as far as its schema accepts it. */
  readonly value: [value: unknown, place: ValuePlace];
  /** A name below `content/`, `data/` or `public/`. */
  readonly entry: [entry: TreeEntry];
  readonly document: [document: SiteDocument, site: ReadSite];
  readonly dataset: [dataset: DatasetSource, site: ReadSite];
  readonly commitment: [commitment: CommitmentInSite, site: ReadSite];
  readonly site: [site: ReadSite];
}

type Scope = keyof Scopes;

/** Finds what breaks a rule in one thing of a scope. */
export interface Check<S extends Scope = Scope> {
  readonly scope: S;
  readonly run: (...of: Scopes[S]) => readonly Finding[];
}

/** A check of a scope, for a rule's own object or for a pass. */
export const on = <S extends Scope>(scope: S, run: Check<S>['run']): Check<S> => ({ scope, run });

/** One check for several rules, where one reading tells them all. */
export interface Pass {
  readonly finds: readonly Rule[];
  /** Why its rules have no check each. */
  readonly because: string;
  /** Absent where a reader raises the rules while it reads. */
  readonly check?: AnyCheck;
}

/** A check of whichever scope. */
export type AnyCheck = { readonly [S in Scope]: Check<S> }[Scope];

/** One check for several rules. Exported from the module of its rules, it is run as the check of a rule is. */
export const pass = (of: Pass & { readonly check: AnyCheck }): Pass => of;

/** Rules whose findings a reader raises while it reads, or which are about findings: nothing runs them by themselves. */
export const raisedWhileReading = (finds: readonly Rule[], because: string): Pass => ({ finds, because });

/** A check that is registered, and the rules that it can find broken. */
export interface RegisteredCheck {
  readonly check: AnyCheck;
  readonly finds: readonly Rule[];
}

/** Runs the registered checks of a scope on one thing. */
export function runChecks<S extends Scope>(checks: readonly RegisteredCheck[], scope: S, ...of: Scopes[S]): Finding[] {
  return checks.flatMap(({ check }) => (isOf(check, scope) ? check.run(...of) : []));
}

const isOf = <S extends Scope>(check: AnyCheck, scope: S): check is AnyCheck & Check<S> => check.scope === scope;
