import { hash } from 'node:crypto';

/** White space, and the characters that Markdown gives a meaning; official texts are not compared by them. */
const SPACE_OR_MARK = /[\s#*_>|\\`~:+-]+/g;

/** A text as it is compared: without white space and Markdown's marks. */
export const comparable = (text: string): string => text.replace(SPACE_OR_MARK, '');

/** The SHA-256 of a text as it is compared: equal for texts that count as the same. */
export const officialDigest = (text: string): string => hash('sha256', comparable(text));
