import { pinyin } from 'pinyin-pro';
import { type DocumentNumber, parseDocumentNumber, replyId } from './document-number.ts';
import { answeredName, type Identifying, joined } from './reply-identity.ts';

/** Words in the letters and digits of addresses: Chinese by its sounds, `临水函` as `linshuihan`; empty where nothing is left. */
export function asciiName(words: string): string {
  return pinyin(words.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** `linshuihan-2024-15-1` */
const byNumber = (number: DocumentNumber): string => joined(asciiName(number.series), replyId(number));

/**
 * The folder to keep a reply in, which is its address for good: `linshuihan-2024-15` for 临水函〔2024〕15号, `2024-15` where no
 * series is printed, `2024-18-4-s42` for an unnumbered reply of 2024 to 十八届四次会议第42号建议. Lower-case ASCII, the same for the
 * same record. Where `taken` holds that name already, for another reply, body and issuer are named too, and at last a count.
 */
export function proposeReplyId(record: Identifying, taken: ReadonlySet<string> = new Set()): string {
  const { number, issuer, answers, date } = record;
  const read = number === undefined ? undefined : parseDocumentNumber(number);
  const year = date.slice(0, 4);
  const [first] = answers ?? [];
  const by = asciiName(issuer?.[0] ?? '');
  const body = asciiName(first?.body ?? '');
  const matter = first === undefined ? '' : answeredName(first);
  const proposals =
    read === undefined
      ? [
          joined(year, matter),
          joined(year, body, matter),
          joined(by, year, body, matter),
          joined(by, date, body, matter),
        ]
      : [byNumber(read), joined(by, byNumber(read))];
  const free = proposals.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  const last = proposals.at(-1) ?? year;
  let count = 2;
  while (taken.has(`${last}-no${count}`)) count += 1;
  return `${last}-no${count}`;
}
