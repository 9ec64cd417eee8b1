import type { Bilingual } from '../../src/errors.ts';
import type { Answers, ReplyRecord, ReplyTranslation } from '../../src/model/reply.ts';
import { type CorpusBlock, chineseHashes } from './blocks.ts';
import { drawLength, replyBody } from './body.ts';
import { ANSWERED_KINDS, ISSUER, TOPICS } from './bureau.ts';
import { figureParagraph } from './figures.ts';
import { personName, placeName } from './names.ts';
import { compilePatterns, fill, type Subject } from './phrases.ts';
import { dayOf } from './quantities.ts';
import { seededRandom } from './random.ts';
import { type Slot, slotId } from './schedule.ts';
import { TITLES } from './words/sentences.ts';

const titles = compilePatterns(TITLES);

/** A record as most are written: one issuer, and one document answered. */
type CorpusRecord = Omit<ReplyRecord, 'issuer' | 'answers'> & { readonly issuer: string; readonly answers: Answers };
type CorpusTranslation = Omit<ReplyTranslation, 'answers'> & {
  readonly answers: ReplyTranslation['answers'][number];
};

/** A made-up reply: its record, its translation's record, and its body. */
export interface CorpusReply {
  readonly id: string;
  readonly record: CorpusRecord;
  readonly translation: CorpusTranslation;
  readonly blocks: readonly CorpusBlock[];
}

const SUBMISSION_WORDS: Readonly<Record<string, Bilingual>> = {
  suggestion: { zh: '建议', en: 'suggestion' },
  proposal: { zh: '提案', en: 'proposal' },
  letter: { zh: '来信', en: 'letter' },
};

const numberText = (slot: Slot, style: number): string => {
  if (style <= 60) return `〔${slot.year}〕${slot.serial}号`;
  return style <= 85 ? `[${slot.year}] ${slot.serial}号` : `虚规资〔${slot.year}〕${slot.serial}号`;
};

/** The reply at a place of a corpus: the same for the same seed, whatever else the corpus holds. */
export function corpusReply(seed: string, replies: number, slot: Slot): CorpusReply {
  const id = slotId(slot);
  const random = seededRandom(seed, `reply ${id}`);
  const topic = random.pickSkewed(TOPICS);
  const subject: Subject = { topic, year: slot.year, places: [1, 2, 3].map(() => placeName(random)) };
  const kind = random.pickSkewed(ANSWERED_KINDS);
  const submission = SUBMISSION_WORDS[kind.id] ?? { zh: '建议', en: 'suggestion' };
  const proposers = Array.from({ length: random.integer(1, 3) }, () => personName(random));
  const submitted = fill(titles, random, subject, { kind: submission });
  const [first = personName(random)] = proposers;
  const serial = String(random.integer(1, 400));
  const title: Bilingual = {
    zh: `关于${kind.session.zh}第${serial}号${submission.zh}的答复`,
    en: `Reply to ${submission.en} No. ${serial} (${kind.session.en})`,
  };
  const frame = {
    addressee: { zh: `尊敬的${first.zh}${kind.address.zh}：`, en: `Dear ${kind.address.en} ${first.en},` },
    opening: { kind: submission, title: submitted },
    figures: figureParagraph(seed, replies, slot),
  };
  const blocks = replyBody(random, subject, frame, drawLength(random));
  const handlers = [personName(random), personName(random)];
  const date = dayOf(random, slot.year);
  const second = random.chance(30) ? random.pick(TOPICS) : topic;
  const record: CorpusRecord = {
    number: numberText(slot, random.integer(1, 100)),
    title: title.zh,
    issuer: ISSUER.zh,
    date,
    disclosure: '主动公开',
    answers: {
      kind: kind.id,
      body: kind.body.zh,
      session: kind.session.zh,
      number: `第${serial}号`,
      title: submitted.zh,
      proposers: proposers.map(({ zh }) => zh),
      points: [],
    },
    topics: second === topic ? [topic] : [topic, second],
    signers: [
      { label: '负责人', value: '' },
      { label: '承办人', value: handlers.map(({ zh }) => zh).join('，') },
    ],
    contact: [{ label: '联系电话', value: '0000-0000000' }],
    outcome: random.pickSkewed(['A', 'B', 'C', 'D'] as const),
    attachments: [],
    relates: [],
    waivers: [],
    corrections: [],
    masked: [],
  };
  const translation: CorpusTranslation = {
    title: title.en,
    summary: `The bureau answers on the matter of ${submitted.en.replace(/^On /, '')}.`,
    answers: {
      body: kind.body.en,
      session: kind.session.en,
      number: `No. ${serial}`,
      title: submitted.en,
      proposers: proposers.map(({ en }) => en),
    },
    signers: [
      { label: 'Person in charge', value: '' },
      { label: 'Handled by', value: handlers.map(({ en }) => en).join(', ') },
    ],
    contact: [{ label: 'Telephone', value: '0000-0000000' }],
    translation: { method: 'machine', basedOn: chineseHashes(blocks) },
  };
  return { id, record, translation, blocks };
}
