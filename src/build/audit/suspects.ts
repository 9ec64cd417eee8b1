/** Digits that private data has at least, spaces and hyphens between them aside. */
const DIGITS = 11;

const NEITHER = 0;
const SEPARATOR = 1;
const DIGIT = 2;

/** What a code unit is in a number: a digit or what may stand alone between two, in half or full width. */
function kindOf(unit: number): typeof NEITHER | typeof SEPARATOR | typeof DIGIT {
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) return DIGIT;
  return unit === 0x20 || unit === 0x2d || unit === 0xff0d ? SEPARATOR : NEITHER;
}

/** Something that makes a stretch of a text suspect, in UTF-16 units. */
export interface Suspect {
  readonly at: number;
  readonly length: number;
}

/**
 * What every kind of private data has: eleven digits in a row, spaces and hyphens between them aside, or a mail address. The
 * keywords of linked data (`"@type"`), which every page has, are none. In the order of the text.
 */
export function suspects(text: string): readonly Suspect[] {
  return [...longNumbers(text), ...signs(text, '@'), ...signs(text, '＠')].sort((one, other) => one.at - other.at);
}

/**
 * Runs of eleven digits or more, with one separator at most between two. Such a run covers eleven units or more, and what stands
 * before a separator in it is a digit: so only every eleventh unit is looked at, and its neighbours where it may be in a run.
 */
function longNumbers(text: string): Suspect[] {
  const found: Suspect[] = [];
  const isDigit = (at: number) => kindOf(text.charCodeAt(at)) === DIGIT;
  const isWithin = (at: number) => {
    const kind = kindOf(text.charCodeAt(at));
    return kind === DIGIT || (kind === SEPARATOR && isDigit(at - 1));
  };
  for (let probe = DIGITS - 1; probe < text.length; probe += DIGITS) {
    if (!isWithin(probe)) continue;
    let at = probe;
    while (isWithin(at - 1)) at -= 1;
    let digits = 0;
    for (probe = at; isWithin(probe); probe += 1) if (isDigit(probe)) digits += 1;
    if (digits >= DIGITS) found.push({ at, length: probe - at });
    // The unit here is in no run: the next one begins behind it.
  }
  return found;
}

/** The places of a sign, but where it begins a keyword in quotation marks. */
function signs(text: string, sign: string): Suspect[] {
  const found: Suspect[] = [];
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1))
    if (text[at - 1] !== '"') found.push({ at, length: 1 });
  return found;
}
