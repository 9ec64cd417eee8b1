import { typeByName } from '../attachments/file-types.ts';
import { attachmentWords, fileTitle, formatBytes } from '../language/messages/attachments.ts';
import { phraseIn } from '../language/words.ts';
import type { Locale } from '../model/locale.ts';
import type { FileRole, NamedFile } from '../model/reply.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import type { FileJson, ReplyJson } from './api/reply.ts';

/** A file that is published with a reply, as it is offered outside the site. */
export interface OfferedFile {
  readonly role: FileRole;
  readonly title: string;
  /** Absolute address. */
  readonly url: string;
  readonly mediaType: string;
  /** Type and size in words. */
  readonly facts: string;
  readonly bytes: number;
  readonly sha256: string;
}

type FilesJson = Pick<ReplyJson, 'attachments' | 'original' | 'answeredDocuments'>;

/** The files of a reply in the order of its page: what came with it, its scan, the text of what it answers. */
export function offeredFiles(reply: FilesJson, locale: Locale, site: Site): OfferedFile[] {
  const urls = siteUrls(site);
  const offered = (
    { file, url, mediaType, bytes, sha256 }: FileJson,
    named: Pick<NamedFile, 'role' | 'title'>,
  ): OfferedFile => {
    const type = typeByName(file);
    return {
      role: named.role,
      title: fileTitle(named, locale).text,
      url: urls.absolute(url),
      mediaType,
      facts: attachmentWords[locale].facts(
        type === undefined ? mediaType : phraseIn(type.label, locale),
        formatBytes(bytes),
      ),
      bytes,
      sha256,
    };
  };
  const texts = reply.answeredDocuments.flatMap(({ text }) => text ?? []);
  return [
    ...reply.attachments.map((file) => offered(file, { role: 'attachment', title: file.title })),
    ...(reply.original === undefined ? [] : [offered(reply.original, { role: 'original', title: undefined })]),
    ...texts.map((text) => offered(text, { role: 'answered', title: undefined })),
  ];
}
