import { SiteError } from '../errors.ts';
import type { Dataset, Observation, Series } from './dataset.ts';
import { MODEL_RULES } from './rules.ts';

/** An observation with what it belongs to. */
export interface KeyFigure {
  readonly dataset: Dataset;
  readonly series: Series;
  readonly observation: Observation;
}

/** The observations that `site.yaml` names as `dataset/observation`, in its order. Throws a SiteError on a name that is none. */
export function keyFigures(names: readonly string[], datasets: readonly Dataset[]): KeyFigure[] {
  return names.map((name) => {
    const [datasetId, observationId] = name.split('/');
    const dataset = datasets.find(({ id }) => id === datasetId);
    const observation = dataset?.observations.find(({ id }) => id === observationId);
    const series = dataset?.series.find(({ id }) => id === observation?.series);
    if (dataset && observation && series) return { dataset, series, observation };
    throw new SiteError({
      rule: MODEL_RULES['key-figure-unknown'].id,
      severity: 'error',
      place: { file: 'content/site.yaml' },
      message: { zh: `keyFigures 中的“${name}”不存在`, en: `keyFigures names "${name}", which does not exist` },
      hint: {
        zh: '写成“数据集/观测”，两者都见 data/ 中的 JSON',
        en: 'write dataset/observation, both as in data/*.json',
      },
    });
  });
}
