import type { Finding } from '../../errors.ts';
import type { Observation } from '../../model/dataset.ts';
import { isWhole } from '../../model/readable-part.ts';
import { dataset as example, found, rule } from '../../rule.ts';
import { on } from '../checks.ts';
import type { DatasetSource } from './source.ts';

/** The sample's second value as a correction of the first, or of what `name` says. */
const correction = (name: string) => [
  ...example(
    '"series": "covered",\n      "period": "2024-05-06",\n      "kind": "actual",',
    [
      '"series": "repaired",',
      '      "period": "2024-05-06",',
      '      "kind": "actual",',
      `      "supersedes": "${name}",`,
    ].join('\n'),
  ),
];

export const SUPERSEDES = rule('supersedes-wrong', {
  severity: 'error',
  why: {
    zh: '更正要让读者看到原来的数：被更正的数留在前面，同一系列，只被更正一次。',
    en: 'A correction lets readers see the former value: that one stays before it, in the same series, and is corrected once.',
  },
  examples: { bad: correction('covered'), good: correction('repaired') },
  check: on('dataset', wrongCorrections),
});

/** Corrections that name no value, or one that they cannot correct. */
function wrongCorrections({ read, place }: DatasetSource): Finding[] {
  const { observations = [] } = read.value;
  return observations.flatMap(({ supersedes }, index): Finding[] => {
    if (supersedes === undefined) return [];
    const fault = faultOf(supersedes, index, observations, isWhole(read, 'observations'));
    return fault ? [found(SUPERSEDES, place(['observations', index, 'supersedes']), fault.message, fault.hint)] : [];
  });
}

function faultOf(
  name: string,
  index: number,
  observations: readonly Observation[],
  complete: boolean,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const at = observations.findIndex(({ id }) => id === name);
  // What it names may be one of the observations that could not be read.
  if (at === -1)
    return complete
      ? {
          message: { zh: `没有条目“${name}”`, en: `there is no observation “${name}”` },
          hint: {
            zh: '请写本数据集里被更正的那一条的 id',
            en: 'write the id of the value of this dataset that it corrects',
          },
        }
      : undefined;
  if (at >= index)
    return {
      message: {
        zh: at === index ? `“${name}”更正的是它自己` : `被更正的“${name}”排在后面`,
        en: at === index ? `“${name}” supersedes itself` : `“${name}”, which it supersedes, comes after it`,
      },
      hint: {
        zh: '被更正的数留在原处，更正后的数写在它后面',
        en: 'leave the former value where it is, and write the correction after it',
      },
    };
  if (observations[at]?.series !== observations[index]?.series)
    return {
      message: {
        zh: `“${name}”属于另一个系列“${observations[at]?.series}”`,
        en: `“${name}” is of another series, “${observations[at]?.series}”`,
      },
      hint: { zh: '更正的数与被更正的数属同一系列', en: 'a correction is of the series of what it corrects' },
    };
  const earlier = observations.find((other, position) => position < index && other.supersedes === name);
  if (earlier === undefined) return undefined;
  return {
    message: { zh: `“${name}”已被“${earlier.id}”更正`, en: `“${earlier.id}” supersedes “${name}” already` },
    hint: {
      zh: `再次更正时写 "supersedes": "${earlier.id}"`,
      en: `to correct it again write "supersedes": "${earlier.id}"`,
    },
  };
}
