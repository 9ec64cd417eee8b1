import { parseDocument } from 'yaml';
import { gapIn } from '../../model/block.ts';
import type { ReplyDraft } from '../../model/reply.ts';
import type { BlockNode } from '../../text/blocks.ts';
import { writeItem, writeTable, writeText } from '../../text/write-text.ts';
import type { TargetBlock } from './body.ts';
import { type Draft, type Method, type Pairing, writeTranslation } from './draft.ts';
import type { Origin } from './match.ts';

/** What translators translate at one time: a paragraph, a cell, or a field of the record. */
export interface Segment {
  /** Unique in its letter: a block's id (`p3`), a cell of it (`p5.r1c2`), or a field (`answers.0.title`). */
  readonly id: string;
  readonly source: string;
  /** The translation, where there is one. */
  readonly target: string | undefined;
  /** Whether the source changed since it was translated. */
  readonly changed: boolean;
  /** 1-based line of the source in its file; fields have none. */
  readonly line?: number;
  readonly kind: string;
}

/** The path of a field in the front matter of a translation, and its words in the original. */
interface Field {
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly source: string;
}

/** Asks for the one field that has no words in the original. */
const SUMMARY = '（请用一两句话概括这件答复的内容）';

function fieldsOf({ title, answers, signers = [], contact = [] }: ReplyDraft): Field[] {
  const documents: readonly NonNullable<ReplyDraft['answers']>[number][] = answers ?? [];
  const answered = documents.flatMap((own, index) => {
    const at = documents.length === 1 ? ['answers'] : ['answers', index];
    const plain = (['body', 'session', 'meeting', 'number', 'title'] as const).flatMap((key): Field[] =>
      own[key] === undefined ? [] : [{ id: `answers.${index}.${key}`, path: [...at, key], source: own[key] }],
    );
    const proposers = (own.proposers ?? []).map((source, place) => ({
      id: `answers.${index}.proposers.${place}`,
      path: [...at, 'proposers', place],
      source,
    }));
    return [...plain, ...proposers];
  });
  const printed = Object.entries({ signers, contact }).flatMap(([name, lines]) =>
    lines.flatMap(({ label, value }, index): Field[] => [
      { id: `${name}.${index}.label`, path: [name, index, 'label'], source: label },
      ...(value === '' ? [] : [{ id: `${name}.${index}.value`, path: [name, index, 'value'], source: value }]),
    ]),
  );
  return [
    ...(title === undefined ? [] : [{ id: 'title', path: ['title'], source: title }]),
    { id: 'summary', path: ['summary'], source: SUMMARY },
    ...answered,
    ...printed,
  ];
}

/** The segments of a letter, in its order, with what is translated of them. */
export function segmentsOf({ record, nodes, rendered, origins, frontMatter, to }: Pairing): Segment[] {
  const head = frontMatter === undefined ? undefined : parseDocument(frontMatter);
  const fields = fieldsOf(record).map(({ id, path, source }): Segment => {
    const value: unknown = head?.getIn(path);
    const target = value === undefined || value === null || value === '' ? undefined : String(value);
    return { id, source, target, changed: false, kind: 'field' };
  });
  const blocks = nodes.flatMap(({ block }, index): Segment[] => {
    const origin = origins[index] ?? { state: 'open' };
    const own = origin.state === 'open' ? undefined : rendered[origin.from];
    const done = own === undefined || own.open ? undefined : own;
    const changed = done !== undefined && origin.state === 'changed';
    const { id, kind, line } = block;
    if (kind === 'gap') return [{ id, source: block.text, target: done?.text ?? gapIn(to), changed, kind, line }];
    if (block.rows === undefined) return [{ id, source: block.text, target: done?.text, changed, kind, line }];
    return block.rows.flatMap((cells, row) =>
      cells.flatMap((source, column): Segment[] =>
        source === ''
          ? []
          : [
              {
                id: `${id}.r${row + 1}c${column + 1}`,
                source,
                target: done?.rows?.[row]?.[column],
                changed,
                kind,
                line,
              },
            ],
      ),
    );
  });
  return [...fields, ...blocks];
}

/** The Markdown of a block with other words; `undefined` where some of them are still to be written. */
function translatedBlock({ block }: BlockNode, targets: ReadonlyMap<string, string>): string | undefined {
  if (block.rows !== undefined) {
    const rows = block.rows.map((cells, row) =>
      cells.map((source, column) => (source === '' ? '' : targets.get(`${block.id}.r${row + 1}c${column + 1}`))),
    );
    const isWhole = rows.every((cells) => cells.every((cell) => cell !== undefined));
    return isWhole ? writeTable(rows.map((cells) => cells.map((cell) => cell ?? ''))) : undefined;
  }
  const target = targets.get(block.id);
  if (target === undefined) return undefined;
  if (block.kind === 'heading') return writeText(target, (block.depth ?? 1) + 1);
  if (block.kind === 'list-item') return writeItem(target, block.number);
  return block.kind === 'gap' ? target : writeText(target);
}

/** Whether the words of a block are those that it has: then it stays as its file has it. */
function isAsBefore({ block }: BlockNode, done: TargetBlock, targets: ReadonlyMap<string, string>): boolean {
  if (done.open) return false;
  if (block.rows === undefined) return targets.get(block.id) === done.text;
  return block.rows.every((cells, row) =>
    cells.every(
      (source, column) =>
        source === '' || targets.get(`${block.id}.r${row + 1}c${column + 1}`) === done.rows?.[row]?.[column],
    ),
  );
}

/**
 * The file of a translation with the words that translators wrote, by the ids of segments; blocks without any stay as they were. Throws
 * an UnwritableText where words would be read as mark-up.
 */
export function withTargets(pairing: Pairing, targets: ReadonlyMap<string, string>, method: Method): Draft {
  const rendered: TargetBlock[] = [];
  const origins = pairing.nodes.map((node, index): Origin => {
    const before = pairing.origins[index] ?? { state: 'open' };
    const done = before.state === 'open' ? undefined : pairing.rendered[before.from];
    const source = done !== undefined && isAsBefore(node, done, targets) ? done.source : translatedBlock(node, targets);
    const own = source !== undefined ? { kind: node.block.kind, source, open: false, text: '' } : done;
    if (own === undefined) return { state: 'open' };
    rendered.push(own);
    return {
      state: source === undefined && before.state === 'changed' ? 'changed' : 'kept',
      from: rendered.length - 1,
    };
  });
  const draft = writeTranslation({ ...pairing, rendered, origins }, method);
  const [, head = '', body = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(draft.text) ?? [];
  const document = parseDocument(head);
  for (const { id, path } of fieldsOf(pairing.record)) {
    const target = targets.get(id);
    if (target !== undefined) document.setIn(path, target);
  }
  return { ...draft, text: `---\n${document.toString({ lineWidth: 120, nullStr: '' })}---\n${body}` };
}
