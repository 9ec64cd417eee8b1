declare namespace App {
  interface Locals {
    /** Set by the page of a report before its content is rendered. */
    report?: import('../reading/page-context.ts').ReportContext;
  }
}

/** What the program tells the pages of a build: `src/build/rendering/config.ts` makes the module. */
declare module 'virtual:dafu/settings' {
  export const settings: import('../reading/root.ts').SiteSettings;
}
