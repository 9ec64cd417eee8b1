import { nameSlug } from './facets.ts';
import { byCodeUnit } from './order.ts';

/** A document that somebody asked with, in a record. */
interface Asked {
  readonly body?: string | undefined;
  readonly session?: string | undefined;
  readonly proposers?: readonly string[] | undefined;
}

/** Somebody who asked, as printed: a deputy, a member, a party, a committee. */
export interface Asker<Reply> {
  /** Its place in addresses. */
  readonly id: string;
  /** As printed, 代表 and 委员 included. */
  readonly name: string;
  /** Where it is printed. The same name in another body or session is another asker: whether it is the same person, no letter says. */
  readonly body: string | undefined;
  readonly session: string | undefined;
  /** What was asked: the reply that answers it, and its place among the documents that the reply answers. In the order of the replies. */
  readonly asked: readonly { readonly reply: Reply; readonly index: number }[];
}

/** 等5位代表, 等十一名委员, 5人: how many more there were, and nobody's name. */
const COUNT = /^等?(?:[\d０-９]+|[一二三四五六七八九十百两]+)[位名人余]/;

/** Whether what is printed among those who asked names somebody. */
export const isNamed = (proposer: string): boolean => !COUNT.test(proposer) && !/^等(?:代表|委员)?$/.test(proposer);

/** The place of an asker in addresses. */
export const askerId = (name: string, { body, session }: Asked): string => nameSlug(name, body, session);

/** Everybody who asked, by body, session and name in code point order. Names are never put together by a guess. */
export function askersOf<Reply extends { readonly record: { readonly answers: readonly Asked[] } }>(
  replies: readonly Reply[],
): Asker<Reply>[] {
  const askers = new Map<string, Asker<Reply> & { readonly asked: { reply: Reply; index: number }[] }>();
  for (const reply of replies)
    for (const [index, document] of reply.record.answers.entries())
      for (const name of new Set(document.proposers?.filter(isNamed))) {
        const id = askerId(name, document);
        const { body, session } = document;
        const asker = askers.get(id) ?? { id, name, body, session, asked: [] };
        asker.asked.push({ reply, index });
        askers.set(id, asker);
      }
  const order = ({ body = '', session = '', name }: Asker<Reply>) => [body, session, name].join('\n');
  return [...askers.values()].sort((one, other) => byCodeUnit(order(one), order(other)));
}

/** Others of the same name, printed in another body or session. */
export const namesakes = <Reply>(askers: readonly Asker<Reply>[], { id, name }: Asker<Reply>): Asker<Reply>[] =>
  askers.filter((other) => other.name === name && other.id !== id);
