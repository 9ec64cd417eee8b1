import type { Finding } from '../errors.ts';
import type { Locale } from '../model/locale.ts';
import { type Example, file, found, rule } from '../rule.ts';
import { on } from './checks.ts';
import { type DatasetSource, mayName } from './figures/source.ts';
import type { ComponentFact, DocumentFacts } from './file-report.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';

/** A report of the sample site with one component, which is in both languages. */
function report(component: string): Example {
  const written = (title: string) =>
    `---\ntitle: ${title}\nsummary: ${title}\ndate: 2024-06-01\ntopics: [wells]\n---\n\n${component}\n`;
  return [
    ...file('content/reports/wells/zh.mdx', written('机井')),
    ...file('content/reports/wells/en.mdx', written('Wells')),
  ];
}

export const COMPONENT_TARGET = rule('component-target-missing', {
  severity: 'error',
  why: {
    zh: '报告里的图、数和引文都取自数据和答复：名称写错，就无从取起。',
    en: 'Charts, figures and quotes of a report are taken from data and replies: under a wrong name there is nothing to take.',
  },
  examples: { bad: report('<Chart of="well" />'), good: report('<Chart of="wells" />') },
  check: on('document', missingTargets),
});

/** Components of a report that name a dataset, value, reply or paragraph that is not there, and components outside reports. */
function missingTargets({ path, facts }: SiteDocument, { datasets, replies }: ReadSite): Finding[] {
  // What is wrong with components in a reply is that they are there.
  if (facts.collection === 'replies') return [];
  return facts.components.flatMap((component): Finding[] => {
    const fault = facts.collection === 'pages' ? OUTSIDE : missingTarget(component, facts.locale, datasets, replies);
    if (fault === undefined) return [];
    const { line, column } = component;
    return [found(COMPONENT_TARGET, { file: path, line, column }, fault.message, fault.hint)];
  });
}

type Fault = Pick<Finding, 'message' | 'hint'>;

const OUTSIDE: Fault = {
  message: { zh: '组件只能用在报告里', en: 'components can be used in reports only' },
  hint: {
    zh: '请移到 content/reports/ 下的报告中，或改成普通文字',
    en: 'move it to a report in content/reports/, or write plain text',
  },
};

function missingTarget(
  { name, attributes }: ComponentFact,
  locale: Locale,
  datasets: readonly DatasetSource[],
  replies: readonly DocumentFacts[],
): Fault | undefined {
  const { of = '', reply = '', paragraph = '' } = attributes;
  switch (name) {
    case 'Chart':
      return datasets.some(({ id }) => id === of) ? undefined : missingDataset(of, datasets);
    case 'Figure': {
      if (mayName(of, datasets)) return undefined;
      const dataset = datasets.find(({ id }) => id === of.split('/')[0]);
      return dataset ? missingObservation(of, dataset) : missingDataset(of.split('/')[0] ?? of, datasets);
    }
    case 'Quote':
      return missingParagraph(reply, paragraph, locale, replies);
    default:
      return undefined;
  }
}

function missingDataset(name: string, datasets: readonly DatasetSource[]): Fault {
  const known = datasets.map(({ id }) => id).join(', ');
  return {
    message: { zh: `没有数据集“${name}”`, en: `there is no dataset “${name}”` },
    hint: { zh: `数据集有：${known}`, en: `the datasets are ${known}` },
  };
}

function missingObservation(name: string, { id, read }: DatasetSource): Fault {
  const known = (read.value.observations ?? []).map((observation) => `${id}/${observation.id}`).join(', ');
  return {
    message: { zh: `没有数据“${name}”`, en: `there is no figure “${name}”` },
    hint: { zh: `这个数据集里有：${known}`, en: `the dataset has ${known}` },
  };
}

/** A reply is quoted in the report's own language, or in Chinese where it is not translated. */
function missingParagraph(
  reply: string,
  paragraph: string,
  locale: Locale,
  replies: readonly DocumentFacts[],
): Fault | undefined {
  const texts = replies.filter(({ id }) => id === reply);
  const text = texts.find((own) => own.locale === locale) ?? texts.find((own) => own.frontMatter?.kind === 'record');
  if (text === undefined)
    return {
      message: { zh: `没有答复“${reply}”`, en: `there is no reply “${reply}”` },
      hint: { zh: '请写 content/replies/ 下的文件夹名', en: 'write the name of a folder in content/replies/' },
    };
  if (text.unread || text.anchors.includes(paragraph)) return undefined;
  const last = text.blocks.findLast(({ kind }) => kind !== 'heading')?.id ?? '';
  return {
    message: {
      zh: `答复“${reply}”没有段落“${paragraph}”`,
      en: `the reply “${reply}” has no paragraph “${paragraph}”`,
    },
    hint: { zh: `段落号从 p1 到 ${last}`, en: `paragraphs are numbered from p1 to ${last}` },
  };
}
