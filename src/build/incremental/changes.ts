/** A root's source files and a digest of each, by their paths. */
export type SourceFiles = Readonly<Record<string, string>>;

/** How what a build is made from differs from what the last one was made from. Files are by code point. */
export interface SourceChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether it is built by another program, or for another address or day. */
  readonly otherwise: boolean;
}

/** Compares the sources of two builds. */
export function sourceChanges(before: SourceFiles, now: SourceFiles, otherwise: boolean): SourceChanges {
  const names = Object.keys(now).sort();
  return {
    added: names.filter((name) => before[name] === undefined),
    changed: names.filter((name) => before[name] !== undefined && before[name] !== now[name]),
    removed: Object.keys(before)
      .filter((name) => now[name] === undefined)
      .sort(),
    otherwise,
  };
}
