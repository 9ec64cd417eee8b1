import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bureauOf, isCalled } from '../model/bureau.ts';
import { parseDocumentNumber, replyId } from '../model/document-number.ts';
import { originalLanguage, USUAL_LANGUAGES } from '../model/locale.ts';
import { type ReplyDraft, replyDraftSchema } from '../model/reply.ts';
import { type Identifying, isIdentified, proposeReplyId, replyIdentity } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import { splitFrontMatter } from '../model/source-file.ts';
import { readYaml } from '../model/yaml-source.ts';
import { readOr } from '../terminal/failures.ts';

/** Where a reply goes: its folder, relative to the root, its id, and whether the same reply is there already. */
interface ReplyPlace {
  readonly id: string;
  readonly folder: string;
  readonly exists: boolean;
}

/** The record of a reply's text, whole or a draft. Throws a SiteError where it is not one. */
export function draftOf(text: string, file: string): ReplyDraft {
  return readYaml(splitFrontMatter(text, file).frontMatter, replyDraftSchema(USUAL_LANGUAGES), {
    file,
    linesBefore: 1,
  });
}

/** The record that is in a folder; `undefined` where none can be read. */
function recordIn(root: string, folder: string): ReplyDraft | undefined {
  const file = `${folder}/zh.mdx`;
  return readOr(
    () => draftOf(readFileSync(join(root, file), 'utf8'), file),
    () => undefined,
  );
}

const identifying = (record: ReplyDraft): Identifying => ({ ...record, date: record.date ?? '' });

/**
 * The folder below `content/replies/` that a bureau's replies are in, such as `canals/`; empty for the site's own bureau, and for one that
 * is not recorded. `day` tells which bureau bore the name.
 */
export function bureauFolder(site: Site, issuer: string, day: string): string {
  if (issuer === site.issuer[originalLanguage(site.languages)]) return '';
  const bureau = bureauOf(site.bureaus ?? [], issuer, day)?.bureau;
  const isHost = bureau?.names.some((name) => isCalled(name, site.issuer[originalLanguage(site.languages)])) === true;
  return bureau === undefined || isHost ? '' : `${bureau.id}/`;
}

/**
 * Finds the folder for a reply: a free one, named by what identifies it, or the one in which the same reply stands. Replies of another
 * series with the same serial get folders of their own. Replies of bureaus besides the site's own are in the bureau's folder.
 */
export function placeOf(root: string, site: Site, record: ReplyDraft): ReplyPlace {
  const own = identifying(record);
  const [issuer = ''] = record.issuer ?? [];
  const within = bureauFolder(site, issuer, own.date);
  const place = (name: string, exists: boolean): ReplyPlace => ({
    id: within.replace('/', '-') + name,
    folder: `content/replies/${within}${name}`,
    exists,
  });
  const isThere = (name: string) => existsSync(join(root, place(name, true).folder));
  const isSame = (name: string) => {
    const other = recordIn(root, place(name, true).folder);
    return other !== undefined && isIdentified(own) && replyIdentity(identifying(other)) === replyIdentity(own);
  };
  const number = record.number === undefined ? undefined : parseDocumentNumber(record.number);
  const plain = number === undefined ? undefined : replyId(number);
  if (plain !== undefined && isThere(plain) && isSame(plain)) return place(plain, true);
  const taken = new Set<string>();
  for (;;) {
    const name = proposeReplyId(own, taken);
    if (!isThere(name)) return place(name, false);
    if (isSame(name)) return place(name, true);
    taken.add(name);
  }
}
