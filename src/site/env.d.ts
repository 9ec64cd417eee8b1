declare namespace App {
  interface Locals {
    /** Set by the page of a report before its content is rendered. */
    report?: import('../reading/report-context.ts').ReportContext;
  }
}
