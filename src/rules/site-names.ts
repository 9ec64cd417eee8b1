import type { Finding } from '../errors.ts';
import { found, key, rule } from '../rule.ts';
import { on } from './checks.ts';
import { mayName } from './figures/source.ts';
import { SITE_PATH } from './layout.ts';
import type { ReadSite } from './read-site.ts';

export const UNKNOWN_NAME = rule('unknown-name', {
  severity: 'error',
  why: {
    zh: '主题、建议类别和重点数据在 site.yaml 里统一命名；打错一个字母，这份稿件就归不了类。',
    en: 'Topics, kinds and key figures are named once; one wrong letter and a document falls out of its list.',
  },
  examples: { bad: key('topics: [wels]'), good: key('topics: [wells]') },
  check: on('site', unknownNames),
});

function unknownNames({ site, documents, datasets }: ReadSite): Finding[] {
  if (site === undefined) return [];
  const topics = site.topics?.map(({ id }) => id);
  const kinds = site.answeredKinds?.map(({ id }) => id);
  const unknown = (place: Finding['place'], what: { zh: string; en: string }, name: string, known: readonly string[]) =>
    found(
      UNKNOWN_NAME,
      place,
      { zh: `没有${what.zh}“${name}”`, en: `there is no ${what.en} “${name}”` },
      {
        zh: `现有：${known.join('、') || '（无）'}；新的请先加到 site.yaml`,
        en: `known: ${known.join(', ') || 'none'}; add a new one to site.yaml first`,
      },
    );
  const unknownTopics = (names: readonly string[] | undefined, place: () => Finding['place']) =>
    topics === undefined
      ? []
      : (names ?? [])
          .filter((name) => !topics.includes(name))
          .map((name) => unknown(place(), { zh: '主题', en: 'topic' }, name, topics));
  return [
    ...documents.flatMap(({ facts: { frontMatter }, keyPlace }): Finding[] => {
      if (frontMatter?.kind === 'document') return unknownTopics(frontMatter.shown.topics, () => keyPlace('topics'));
      if (frontMatter?.kind !== 'record') return [];
      const own = unknownTopics(frontMatter.value.topics, () => keyPlace('topics'));
      const answered = frontMatter.value.answers ?? [];
      const unknownKinds = answered.flatMap(({ kind }) =>
        kinds === undefined || kinds.includes(kind)
          ? []
          : [unknown(keyPlace('answers'), { zh: '建议类别', en: 'kind of suggestion' }, kind, kinds)],
      );
      return [...own, ...unknownKinds];
    }),
    ...datasets.flatMap(({ read, path }) =>
      unknownTopics(read.value.topics, () => ({ file: path, line: 1, column: 1 })),
    ),
    ...(site.keyFigures ?? []).flatMap((name): Finding[] => {
      if (mayName(name, datasets)) return [];
      const known = datasets.flatMap(({ id, read }) =>
        (read.value.observations ?? []).map((observation) => `${id}/${observation.id}`),
      );
      const place = { file: SITE_PATH, line: 1, column: 1 };
      return [unknown(place, { zh: '数据', en: 'observation' }, name, known.slice(0, 12))];
    }),
  ];
}
