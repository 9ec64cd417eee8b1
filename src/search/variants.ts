/**
 * Characters of traditional Chinese and, place by place, the simplified ones that stand for them. One character of each:
 * a few have several, and the first that OpenCC gives is taken.
 */
export interface Variants {
  readonly traditional: string;
  readonly simplified: string;
}

/** A text in simplified characters; the same text where it has no traditional ones. */
export function simplify(text: string, { traditional, simplified }: Variants): string {
  return Array.from(text, (character) => {
    const place = traditional.indexOf(character);
    return place < 0 ? character : simplified.charAt(place);
  }).join('');
}
