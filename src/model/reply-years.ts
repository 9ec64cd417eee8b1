/** From so many replies on, a list stands in pages by year. */
export const LONG_LIST = 50;
/** So many of the newest stand on the first page of a long list. */
export const NEWEST_OF_LONG_LIST = 10;

/** The replies of one year, in the order in which they came. */
export interface YearOfReplies<Reply> {
  readonly year: string;
  readonly replies: readonly Reply[];
}

/** Whether a list is so long that it stands in pages by year. */
export function standsByYear(replies: readonly unknown[]): boolean {
  return replies.length >= LONG_LIST;
}

/** Replies by the year of their dates, in the order in which the years first come. */
export function yearsOfReplies<Reply extends { readonly record: { readonly date: string } }>(
  replies: readonly Reply[],
): YearOfReplies<Reply>[] {
  const years = Map.groupBy(replies, ({ record }) => record.date.slice(0, 4));
  return [...years].map(([year, own]) => ({ year, replies: own }));
}
