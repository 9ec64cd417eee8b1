import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { cslItem } from './csl.ts';
import { gbt7714 } from './gbt7714.ts';
import { plainCitation } from './plain.ts';
import type { CitationStyle, CitedWork } from './work.ts';

/** How each style writes a work, as text to be copied. */
export const CITE: Readonly<Record<CitationStyle, (work: CitedWork) => string>> = {
  gbt7714,
  apa,
  plain: plainCitation,
  bibtex,
  csl: (work) => JSON.stringify([cslItem(work)], undefined, 2),
};
