import { z } from 'zod';
import { isBorneOn, partialDaySchema } from './bureau.ts';
import { textSchema } from './text.ts';

/** A word that a bureau writes in one way: a place, a body, a term; and how it is miswritten. */
const listedWordSchema = z.strictObject({
  right: textSchema,
  wrong: z.array(textSchema).min(1),
  /** What the word is, for whoever is warned. */
  note: textSchema.optional(),
});

/** A person whom letters name, and the posts that he or she held from one day to another, as far as they are known. */
const listedPersonSchema = z.strictObject({
  name: textSchema,
  posts: z.array(textSchema).min(1),
  from: partialDaySchema.optional(),
  to: partialDaySchema.optional(),
});

/** content/words.yaml: the bureau's own list of names and slips. It warns, and never corrects. */
export const wordListSchema = z.strictObject({
  words: z.array(listedWordSchema).default([]),
  people: z.array(listedPersonSchema).default([]),
});

export type WordList = z.infer<typeof wordListSchema>;

/** A word written in a way that the list marks as wrong. */
interface Slip {
  readonly index: number;
  readonly wrong: string;
  readonly right: string;
  readonly note: string | undefined;
}

/** A name beside a post that the list does not give the person. */
interface MisplacedPost {
  readonly index: number;
  readonly name: string;
  readonly post: string;
  readonly posts: readonly string[];
}

/** The places in a text, by their first character. */
function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);

/** Whether a word at a place is a whole word, in scripts that separate words. */
const standsAlone = (text: string, at: number, word: string): boolean =>
  !(isLetter(word[0]) && isLetter(text[at - 1])) && !(isLetter(word.at(-1)) && isLetter(text[at + word.length]));

/** Where a text has wrong words of the list, but for those within a right one: 张店 is no slip in 大张店村 where that is listed. */
export function slipsIn(text: string, { words }: Pick<WordList, 'words'>): Slip[] {
  const used = words.filter(({ wrong }) => wrong.some((word) => text.includes(word)));
  if (used.length === 0) return [];
  const rights = words.flatMap(({ right }) => placesOf(text, right).map((at) => [at, at + right.length] as const));
  return used
    .flatMap(({ right, wrong, note }) =>
      wrong.flatMap((word) => placesOf(text, word).map((index): Slip => ({ index, wrong: word, right, note }))),
    )
    .filter(({ index, wrong }) => {
      const end = index + wrong.length;
      const isPart = rights.some(([from, to]) => from <= index && end <= to && to - from > wrong.length);
      return !isPart && standsAlone(text, index, wrong);
    })
    .sort((one, other) => one.index - other.index);
}

const POST = '(?:书记|主任|局长|厅长|部长|市长|县长|区长|乡长|镇长|处长|科长|院长|校长|所长|站长|主席|秘书长)';
const BEFORE = new RegExp(`(?:副|代|常务副)?${POST}$`, 'u');
const AFTER = new RegExp(`^(?:副|代|常务副)?${POST}`, 'u');
/** Characters of a text before a name in which a post may end. */
const REACH = 8;

/** Whether a post that a text gives is one that the list gives, however much of it the text leaves out: 局长 of 县水务局局长, but not of 副局长. */
const isHeld = (post: string, posts: readonly string[]): boolean =>
  posts.some((own) => own.endsWith(post) && !/[副代]$/u.test(own.slice(0, own.length - post.length)));

/**
 * Where a text of a day puts a person of the list beside a post that he or she did not hold then; of an unknown day,
 * that he or she never held.
 */
export function misplacedPosts(
  text: string,
  { people }: Pick<WordList, 'people'>,
  day: string | undefined,
): MisplacedPost[] {
  const names = [...new Set(people.map(({ name }) => name))].filter((name) => text.includes(name));
  return names.flatMap((name) => {
    const known = people.filter((own) => own.name === name);
    const posts = known.filter((own) => day === undefined || isBorneOn(own, day)).flatMap((own) => own.posts);
    return placesOf(text, name).flatMap((index): MisplacedPost[] => {
      const before = BEFORE.exec(text.slice(Math.max(0, index - REACH), index))?.[0];
      const post = before ?? AFTER.exec(text.slice(index + name.length, index + name.length + REACH))?.[0];
      return post === undefined || isHeld(post, posts) ? [] : [{ index, name, post, posts }];
    });
  });
}
