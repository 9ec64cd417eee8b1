import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChangeJson, changePages } from '../../formats/api/changes.ts';
import { type ListJson, type ListKind, type ReplyListJson, replyListPages } from '../../formats/api/lists.ts';
import type { ReplyItemJson } from '../../formats/api/reply.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { currentName } from '../../model/bureau.ts';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import { sha256Of } from '../../model/hashes.ts';
import { inEach, type Translated } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import { OUTCOMES } from '../../model/reply.ts';
import { siteUrls } from '../../urls.ts';
import { type ListedReply, putSiteFile } from './replies.ts';
import type { ExchangeSubjects } from './subjects.ts';

/** One list of replies, by what they have in common. */
interface OwnList {
  readonly by: ListKind;
  readonly id: string;
  readonly label: Translated;
  readonly detail?: string | undefined;
  readonly items: readonly ReplyItemJson[];
}

/** Writes the lists of the JSON interface: all replies, those that have something in common, and what changed by day. */
export function writeApiLists(subjects: ExchangeSubjects): void {
  const { folder, site, replies, memory } = subjects;
  const urls = siteUrls(site);
  const put = (name: string, body: object) => putSiteFile(folder, memory, `api/v1/${name}.json`, JSON.stringify(body));
  const listed = replies.ids.map((id) => replies.listed(id));
  listed.sort((one, other) => byCodeUnit(other.date, one.date) || byCodeUnit(one.item.id, other.item.id));
  for (const { name, body } of replyListPages(
    listed.map(({ item }) => item),
    { folder: '', urls },
  ))
    put(name, body);
  const lists = ownLists(subjects, listed);
  for (const { by, id, label, items } of lists) {
    const of: ReplyListJson['of'] = { by, id, label: Object.values(label)[0] ?? id };
    for (const { name, body } of replyListPages(items, { folder: `${by}/${id}/`, of, urls })) put(name, body);
  }
  put('lists', {
    items: lists.map(({ by, id, label, detail, items }) => ({
      ...{ by, id, label },
      ...(detail === undefined ? {} : { detail }),
      total: items.length,
      link: urls.absolute(urls.api(`${by}/${id}/replies`)),
    })) satisfies ListJson[],
  });
  const changes = [...listed.flatMap((reply) => reply.happened), ...publicationChanges(subjects)];
  for (const { name, body } of changePages(changes, urls)) put(name, body);
}

/** The lists of a site: what settings name has one, with replies or without; bodies and askers are those of the letters. */
function ownLists({ site }: ExchangeSubjects, listed: readonly ListedReply[]): OwnList[] {
  const having = (holds: (reply: ListedReply) => boolean) => listed.filter(holds).map(({ item }) => item);
  const plain = (words: string): Translated => inEach(site.languages.slice(0, 1), () => words);
  const years = [...new Set(listed.map(({ year }) => year))].sort().reverse();
  const named = (kind: 'bodies' | 'askers'): OwnList[] => {
    const naming = listed.flatMap((reply) => reply[kind].map((own) => ({ own, item: reply.item })));
    return [...Map.groupBy(naming, ({ own }) => own.id)]
      .map(([id, group]): OwnList & { readonly name: string } => {
        // As the last of them is named; a reply that names one twice is listed once.
        const { name = '', detail } = group.at(-1)?.own ?? {};
        const items = [...new Set(group.map(({ item }) => item))];
        return { by: kind, id, detail, name, label: plain(name), items };
      })
      .sort((one, other) => byCodeUnit(one.name, other.name) || byCodeUnit(one.id, other.id));
  };
  return [
    ...site.topics.map(
      ({ id, label }): OwnList => ({
        ...{ by: 'topics', id, label },
        items: having(({ topics }) => topics.includes(id)),
      }),
    ),
    ...years.map(
      (year): OwnList => ({
        ...{ by: 'years', id: year, label: plain(year) },
        items: having((reply) => reply.year === year),
      }),
    ),
    ...named('bodies'),
    ...(site.bureaus ?? []).map((bureau): OwnList => {
      const { from: _, to: __, ...label } = currentName(bureau);
      return { by: 'bureaus', id: bureau.id, label, items: having(({ bureaus = [] }) => bureaus.includes(bureau.id)) };
    }),
    ...OUTCOMES.map(
      (outcome): OwnList => ({
        ...{ by: 'outcomes', id: outcome.toLowerCase() },
        label: inEach(site.languages, (locale) => replyWords[locale].outcomes[outcome]),
        items: having(({ item }) => item.outcome === outcome),
      }),
    ),
    ...named('askers'),
  ];
}

/** The changes of documents that the site itself publishes. */
function publicationChanges({ folder, site, published, memory }: ExchangeSubjects): ChangeJson[] {
  const urls = siteUrls(site);
  const fileOf = (name: string) => {
    const path = `api/v1/${name}.json`;
    return {
      sha256: memory.fact(path, 'sha256', () => sha256Of(readFileSync(join(folder, path)))),
      link: urls.absolute(urls.api(name)),
    };
  };
  return [
    ...published.datasets.flatMap(({ id, changelog }) => {
      const first = changelog.map(({ date }) => date).sort()[0];
      const file = fileOf(`datasets/${id}`);
      return changelog.map(
        ({ version, date }): ChangeJson => ({
          ...{ date, change: date === first ? 'published' : 'updated', of: 'dataset', id, version },
          ...file,
        }),
      );
    }),
    ...LISTED_KINDS.flatMap(([collection, { name }]) =>
      (published.documents.get(collection) ?? []).map(
        ({ id, date }): ChangeJson => ({ ...{ date, change: 'published', of: name, id }, ...fileOf(collection) }),
      ),
    ),
  ];
}
