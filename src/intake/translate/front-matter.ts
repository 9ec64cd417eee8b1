import { Document, isMap, parseDocument } from 'yaml';
import { calledIn, type Locale } from '../../model/locale.ts';
import type { ReplyDraft, TRANSLATION_METHODS } from '../../model/reply.ts';

type Method = (typeof TRANSLATION_METHODS)[number];

const WRITING = { lineWidth: 120, nullStr: '' } as const;

const record = (hashes: ReadonlyMap<string, string>) => Object.fromEntries(hashes);

type Answered = NonNullable<ReplyDraft['answers']>[number];

/** The keys that a document answered has in the original, empty. */
function emptyAnswers({ body, session, meeting, number, title, proposers = [] }: Answered) {
  const given = Object.entries({ body, session, meeting, number, title }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given.map(([name]) => [name, null])),
    ...(proposers.length === 0 ? {} : { proposers: proposers.map(() => null) }),
  };
}

/** The front matter of a new translation: every key, empty, under the original that it translates. What is blank stays blank. */
export function newFrontMatter(
  own: ReplyDraft,
  hashes: ReadonlyMap<string, string>,
  method: Method,
  to: Locale,
): string {
  const { answers = [{}], signers = [], contact = [] } = own;
  const called = calledIn(to).zh;
  const documents = answers.map(emptyAnswers);
  const lines = (printed: readonly { label: string; value: string }[]) =>
    printed.map(({ value }) => ({ label: null, value: value === '' ? '' : null }));
  const document = new Document({
    title: null,
    summary: null,
    answers: documents.length === 1 ? documents[0] : documents,
    ...(signers.length === 0 ? {} : { signers: lines(signers) }),
    ...(contact.length === 0 ? {} : { contact: lines(contact) }),
    translation: { method, basedOn: record(hashes) },
  });
  document.commentBefore = [
    ` 冒号后面填${called}，填完后以 # 开头的行可以删去。`,
    ` title：${own.title ?? ''}`,
    ` summary：用一两句${called}概括答复的内容`,
    ...answers.flatMap(({ body = '', session = '', meeting = '', number = '', title = '', proposers = [] }) => [
      ` answers：${body}${session}${meeting}${number}；${title}`,
      ...proposers.map((name) => ` proposers：${name}`),
    ]),
    ...signers.map(({ label, value }) => ` signers：${label}：${value}`),
    ...contact.map(({ label, value }) => ` contact：${label}：${value}`),
  ].join('\n');
  return document.toString(WRITING);
}

/** The front matter of a translation that is there, with the hashes of the original as it is now. */
export function refreshedFrontMatter(
  frontMatter: string,
  hashes: ReadonlyMap<string, string>,
  method: Method | undefined,
): string {
  const document = parseDocument(frontMatter);
  if (!isMap(document.get('translation')))
    document.set('translation', document.createNode({ method: method ?? 'human' }));
  if (method !== undefined) document.setIn(['translation', 'method'], method);
  document.setIn(['translation', 'basedOn'], document.createNode(record(hashes)));
  return document.toString(WRITING);
}
