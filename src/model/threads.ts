import type { Finding, Place } from '../errors.ts';
import { byCodeUnit } from './order.ts';
import { MODEL_RULES } from './rules.ts';

/** The parts of a reply that decide its thread. */
interface ThreadReply {
  readonly id: string;
  /** 成文日期 */
  readonly date: string;
  readonly relates: readonly { readonly reply: string }[];
}

/** A relation to a reply that does not exist, or to itself. */
interface BrokenRelation {
  readonly id: string;
  readonly index: number;
  readonly reply: string;
}

/**
 * The threads of replies on one matter: all that are linked by `relates` in either direction, in the order of their
 * dates. A reply without links has no thread. Linear in replies and relations.
 */
export function replyThreads<Reply extends ThreadReply>(
  replies: readonly Reply[],
): { readonly threads: ReadonlyMap<string, readonly Reply[]>; readonly broken: readonly BrokenRelation[] } {
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  const broken: BrokenRelation[] = [];
  const linked = new Map<string, string[]>();
  const link = (from: string, to: string) => linked.set(from, [...(linked.get(from) ?? []), to]);
  for (const { id, relates } of replies) {
    for (const [index, { reply }] of relates.entries()) {
      if (reply === id || !byId.has(reply)) broken.push({ id, index, reply });
      else {
        link(id, reply);
        link(reply, id);
      }
    }
  }
  const threads = new Map<string, readonly Reply[]>();
  for (const start of linked.keys()) {
    if (threads.has(start)) continue;
    const members = new Set([start]);
    for (const id of members) for (const next of linked.get(id) ?? []) members.add(next);
    const thread = [...members]
      .flatMap((id) => byId.get(id) ?? [])
      .sort((one, other) => byCodeUnit(one.date + one.id, other.date + other.id));
    for (const { id } of thread) threads.set(id, thread);
  }
  return { threads, broken };
}

/** What is wrong with a relation that leads nowhere, and how to fix it. */
export function brokenRelation({ id, index, reply }: BrokenRelation, place: Place): Finding {
  return {
    rule: MODEL_RULES['relates-unknown'].id,
    severity: 'error',
    place,
    message: {
      zh: `relates 第${index + 1}条所指的答复“${reply}”${reply === id ? '就是本答复' : '不存在'}`,
      en: `relates[${index}] names reply "${reply}", which ${reply === id ? 'is this one' : 'does not exist'}`,
    },
    hint: {
      zh: '请写另一件答复的文件夹名，如 2024-7',
      en: 'write the folder name of another reply, such as 2024-7',
    },
  };
}
