import { basename } from 'node:path';
import { pictureFormat, pictureParts, readImageMetadata } from '../../attachments/pictures.ts';
import { type Finding, SiteError } from '../../errors.ts';
import { APPROVAL_FILE } from '../../model/approval.ts';
import { placer } from '../../model/source-file.ts';
import { readApprovals } from '../../reading/approvals.ts';
import { replyIds } from '../../reading/files.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import type { PageFacts } from './page-facts.ts';

/** What every page must satisfy by itself: nothing inline, one first-level heading, a language, a title, unique ids. */
export function pageFindings(page: string, source: string, facts: PageFacts): readonly Finding[] {
  const place = placer(source, page);
  const findings = facts.inline.map(({ what, offset }) =>
    auditFinding(BUILD_RULES['inline-code'], place(offset), {
      zh: `页面里不允许内嵌脚本或样式：${what}`,
      en: `script or style in the page itself is refused: ${what}`,
    }),
  );
  for (const { id, offset } of facts.repeatedIds)
    findings.push(
      auditFinding(BUILD_RULES['id-repeated'], place(offset), {
        zh: `id 重复：${id}`,
        en: `this id is used twice: ${id}`,
      }),
    );
  const whole = { file: page };
  if (facts.headings !== 1)
    findings.push(
      auditFinding(BUILD_RULES['one-heading'], whole, {
        zh: `页面应有且只有一个 h1，这里有 ${facts.headings} 个`,
        en: `a page has one h1; this one has ${facts.headings}`,
      }),
    );
  if (facts.language === undefined)
    findings.push(
      auditFinding(BUILD_RULES['page-language'], whole, {
        zh: '页面没有写明语言',
        en: 'the page does not name its language',
      }),
    );
  if (facts.title === '')
    findings.push(auditFinding(BUILD_RULES['page-title'], whole, { zh: '页面没有标题', en: 'the page has no title' }));
  return findings;
}

/** Parts of pictures that may say who made them, where or when, and the words of the finding. */
const TELLING: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'EXIF', 'XMP '].map((name) => [name, name])),
  APP1: 'Exif/XMP',
  APP13: 'IPTC',
  COM: 'COM',
};

/** Finds metadata in an image: names, places and times are personal data that nobody sees on the page. */
export function imageMetadata(file: string, bytes: Buffer): readonly Finding[] {
  return [...new Set(metadataOf(bytes))].map((kind) =>
    auditFinding(
      BUILD_RULES['image-metadata'],
      { file },
      {
        zh: `图片里带有元数据（${kind}），可能含有人名、地点或时间`,
        en: `the image carries metadata (${kind}), which may name people, places or times`,
      },
      { zh: '请用不带元数据的图片替换，例如重新导出', en: 'export the image again without metadata' },
    ),
  );
}

function metadataOf(bytes: Buffer): readonly string[] {
  const format = pictureFormat(bytes);
  if (format === 'jpeg' || format === 'png' || format === 'webp')
    return pictureParts(bytes).flatMap(({ name }) => TELLING[name] ?? []);
  // GIF and AVIF keep metadata in comments and items, which the content rules can read.
  return readImageMetadata(bytes).text === '' ? [] : ['Exif/XMP'];
}

/** What may hold the number of a sheet: sixty-four hexadecimal digits. */
const NUMBER = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;
const TEXT = /\.(?:html|svg|css|m?js|json|jsonld|webmanifest|xml|txt|md|csv|ics|bib|ris|ya?ml)$/;

/** The numbers of all sheets that were approved. A file that cannot be read has none; the check reports it. */
export function approvedNumbers(root: string): ReadonlySet<string> {
  return new Set(
    replyIds(root).flatMap((id) => {
      try {
        return readApprovals(root, id).map(({ sheet }) => sheet);
      } catch (error) {
        if (error instanceof SiteError) return [];
        throw error;
      }
    }),
  );
}

/**
 * Gives a function that finds approvals in files of a built site, by name and text: approvals must not be published. `numbers` are those of
 * all approved sheets; the text is read only where there are any.
 */
export function approvalAudit(numbers: ReadonlySet<string>): (name: string, text: () => string) => Finding[] {
  return (name, text) => {
    const isOne = basename(name) === APPROVAL_FILE;
    const names =
      !isOne && numbers.size > 0 && TEXT.test(name) && (text().match(NUMBER) ?? []).some((own) => numbers.has(own));
    if (!isOne && !names) return [];
    return [
      auditFinding(
        BUILD_RULES['approval-published'],
        { file: name },
        { zh: '核准记录被发布出来了', en: 'an approval is published here' },
        {
          zh: '核准记录只留在仓库里：请从内容里删去校样编号',
          en: 'approvals stay in the repository: remove the sheet’s number from the content',
        },
      ),
    ];
  };
}
