import type { Finding, Place } from '../errors.ts';
import type { Block } from '../model/block.ts';
import type { ReplyRecord } from '../model/reply.ts';
import { found, key, rule } from '../rule.ts';
import { raisedWhileReading } from './checks.ts';

export const WAIVER_UNUSED = rule('waiver-unused', {
  severity: 'warning',
  why: {
    zh: '不再需要的豁免要删去，免得以后放过真正的错误。',
    en: 'A waiver that nothing needs any more is removed, lest it let a real fault pass later.',
  },
  examples: { bad: key('waivers: [{ rule: personal-mobile, reason: 值班电话 }]'), good: key('waivers: []') },
});

export const WAIVER_REFUSED = rule('waiver-not-allowed', {
  severity: 'error',
  why: {
    zh: '只有关于内容取舍的规则可以豁免；代码、链接、编码等不行。',
    en: 'Only rules that are a matter of judgement can be waived; code, links and encoding cannot.',
  },
  examples: { bad: key('waivers: [{ rule: raw-html, reason: 需要换行 }]'), good: key('waivers: []') },
});

export const WAIVING = raisedWhileReading([WAIVER_UNUSED, WAIVER_REFUSED], 'they are about the findings of the others');

/** A finding that an author set aside, and why. */
export interface Waived {
  readonly finding: Finding;
  readonly reason: string;
}

/** What may be waived where: one document folder's waivers, and the blocks of its files for finding paragraphs. */
export interface WaiverScope {
  /** The folder whose findings the waivers are for, with its final slash; or one file. */
  readonly covers: string;
  /** How the records begin of what was published of it, where the same words stand again; paragraphs are not told apart there. */
  readonly record?: string | undefined;
  readonly waivers: ReplyRecord['waivers'];
  readonly place: Place;
  /** By file path. */
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
}

/** Sets findings aside that are waived with a reason; waivers that are not allowed or not needed become findings. */
export function applyWaivers(
  findings: readonly Finding[],
  scopes: readonly WaiverScope[],
  waivable: ReadonlySet<string>,
): { readonly findings: Finding[]; readonly waived: Waived[] } {
  let left = [...findings];
  const waived: Waived[] = [];
  const own: Finding[] = [];
  for (const { covers, record, waivers, place, blocks } of scopes) {
    for (const { rule, paragraph, reason } of waivers) {
      if (!waivable.has(rule)) {
        own.push(refused(place, rule, waivable));
        continue;
      }
      const applies = (finding: Finding) =>
        finding.rule === rule &&
        ((record !== undefined && finding.place.file.startsWith(record)) ||
          (finding.place.file.startsWith(covers) &&
            (paragraph === undefined ||
              blockAt(blocks.get(finding.place.file) ?? [], finding.place.line) === paragraph)));
      const mine = left.filter(applies);
      left = left.filter((finding) => !mine.includes(finding));
      waived.push(...mine.map((finding) => ({ finding, reason })));
      if (mine.length === 0) own.push(unused(place, rule, paragraph));
    }
  }
  return { findings: [...left, ...own], waived };
}

function blockAt(blocks: readonly Block[], line: number | undefined): string | undefined {
  return blocks.filter((block) => block.line <= (line ?? 0)).at(-1)?.id;
}

function unused(place: Place, rule: string, paragraph: string | undefined): Finding {
  const where = paragraph === undefined ? { zh: '', en: '' } : { zh: `（${paragraph}）`, en: ` (${paragraph})` };
  return found(
    WAIVER_UNUSED,
    place,
    { zh: `豁免“${rule}”${where.zh}没有用到`, en: `the waiver of ${rule}${where.en} is not needed` },
    { zh: '请删去这一条，或核对规则名和段落号', en: 'remove it, or check the rule’s name and the paragraph' },
  );
}

function refused(place: Place, rule: string, waivable: ReadonlySet<string>): Finding {
  return found(
    WAIVER_REFUSED,
    place,
    { zh: `规则“${rule}”不能豁免`, en: `${rule} cannot be waived` },
    { zh: `可以豁免的：${[...waivable].join('、')}`, en: `these can be: ${[...waivable].join(', ')}` },
  );
}
