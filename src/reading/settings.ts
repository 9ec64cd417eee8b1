/** What the program tells the pages of a build: the module `virtual:dafu/settings` gives it to them. Folders are absolute. */
export interface SiteSettings {
  /** The folder that holds `content/`, `data/` and `public/`. */
  readonly root: string;
  /** Where builds of the root keep what the next one can use. */
  readonly cache: string;
  /** In place of the address in site.yaml. */
  readonly address?: string | undefined;
  /** The day that is taken for today, `YYYY-MM-DD`, so that builds can be repeated. */
  readonly today: string;
  /** The moment up to which replies are public; none in a draft, which shows those held back too. */
  readonly moment?: string | undefined;
  /** The output that is being made: pages that are rendered last find finished files there. None in development. */
  readonly output?: string | undefined;
  /** The digest of the program: what was read by the same one is kept. None in development. */
  readonly program?: string | undefined;
}
