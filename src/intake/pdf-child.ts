import process from 'node:process';
import { SiteError } from '../errors.ts';
import { readPdfPages } from '../import/pdf/pages.ts';
import type { PdfAnswer, PdfQuestion } from './outside.ts';

/** Reads one PDF in a process that may neither write files nor start programs, and ends. */
process.once('message', async ({ bytes, file }: PdfQuestion) => {
  let answer: PdfAnswer;
  try {
    answer = { kind: 'pages', pages: await readPdfPages(bytes, file) };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    answer = { kind: 'refused', findings: error.findings };
  }
  process.send?.(answer, () => process.exit());
});
