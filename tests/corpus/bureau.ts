import type { Bilingual } from '../../src/errors.ts';
import type { Glossary } from '../../src/model/glossary.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Site } from '../../src/model/site.ts';
import { nouns } from './vocabulary.ts';

/** The made-up bureau that the corpus speaks for. 虚构 means fictional. */
export const ISSUER: Bilingual = {
  zh: '虚构市规划和自然资源局',
  en: 'Xugou Municipal Bureau of Planning and Natural Resources (fictional)',
};

const TOPIC_LABELS: Readonly<Record<string, Bilingual>> = {
  'land-use': { zh: '土地利用', en: 'Land use' },
  mining: { zh: '矿产资源', en: 'Mineral resources' },
  forestry: { zh: '林业和草原', en: 'Forestry and grassland' },
  water: { zh: '水资源', en: 'Water' },
  housing: { zh: '住房与登记', en: 'Housing and registration' },
  roads: { zh: '道路交通', en: 'Roads and transport' },
  surveying: { zh: '测绘与信息', en: 'Surveying and information' },
  heritage: { zh: '历史文化', en: 'Heritage' },
  farming: { zh: '农业农村', en: 'Farming and villages' },
  hazards: { zh: '地质灾害', en: 'Geological hazards' },
};

export const TOPICS: readonly string[] = Object.keys(TOPIC_LABELS);

/** The bureau's own name of a topic. */
export function topicLabel(id: string): Bilingual {
  const label = TOPIC_LABELS[id];
  if (label === undefined) throw new Error(`unknown topic ${id}`);
  return label;
}

/** A kind of document that the bureau answers, and the words that replies to it use. */
export interface AnsweredKind {
  readonly id: string;
  readonly label: Bilingual;
  readonly body: Bilingual;
  readonly session: Bilingual;
  /** How those who sent it are addressed. */
  readonly address: Bilingual;
}

export const ANSWERED_KINDS: readonly AnsweredKind[] = [
  {
    id: 'suggestion',
    label: { zh: '人大代表建议', en: 'Suggestions of deputies' },
    body: { zh: '虚构市人民代表大会', en: 'Xugou Municipal People’s Congress (fictional)' },
    session: { zh: '市八届人大四次会议', en: 'Fourth Session of the Eighth Municipal People’s Congress' },
    address: { zh: '代表', en: 'Deputy' },
  },
  {
    id: 'proposal',
    label: { zh: '政协委员提案', en: 'Proposals of committee members' },
    body: { zh: '政协虚构市委员会', en: 'Xugou Municipal Committee of the CPPCC (fictional)' },
    session: { zh: '市政协七届二次会议', en: 'Second Session of the Seventh Municipal Committee' },
    address: { zh: '委员', en: 'Committee Member' },
  },
  {
    id: 'letter',
    label: { zh: '群众来信', en: 'Letters' },
    body: { zh: '虚构市信访局', en: 'Xugou Municipal Letters and Calls Office (fictional)' },
    session: { zh: '本年度来信', en: 'Letters of the year' },
    address: { zh: '同志', en: 'Comrade' },
  },
];

/** content/site.yaml of the corpus. */
export function corpusSite(languages: readonly Locale[], keyFigures: readonly string[]): Site {
  return {
    address: 'https://dafu.example',
    base: '/',
    official: false,
    languages: [...languages],
    issuer: ISSUER,
    name: { zh: '虚构市答复公开', en: 'Replies of Xugou (fictional)' },
    description: {
      zh: '由程序生成的虚构答复，用于测试，与任何机关无关。',
      en: 'Made-up replies written by a program for tests; they concern no office anywhere.',
    },
    topics: TOPICS.map((id) => ({ id, label: topicLabel(id) })),
    answeredKinds: ANSWERED_KINDS.map(({ id, label }) => ({ id, label })),
    identifiers: {},
    waivers: [],
    keyFigures: [...keyFigures],
  };
}

/** content/glossary.yaml of the corpus: every fourth noun of each topic. */
export function corpusGlossary(): Glossary {
  const terms = TOPICS.flatMap((topic) =>
    (nouns[topic] ?? [])
      .filter((_, index) => index % 4 === 0)
      .map(({ zh, en }, index) => ({
        id: `${topic}-${index + 1}`,
        zh,
        en,
        also: { zh: [], en: [] },
        ...(index % 2 === 0 ? { meaning: { zh: `${zh}：虚构的释义。`, en: `A made-up meaning of ${en}.` } } : {}),
      })),
  );
  return { terms };
}
