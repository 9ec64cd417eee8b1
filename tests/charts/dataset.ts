import { type Dataset, datasetSchema, type Observation } from '../../src/model/dataset.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';

type Given = Pick<Observation, 'period' | 'value'> & Partial<Observation>;

const bilingual = (zh: string, en: string) => ({ zh, en });

/** A dataset of a made-up bureau: the given observations over what every dataset has. */
export function fictionalDataset(
  given: Partial<Omit<Dataset, 'observations'>> & { observations: readonly Given[] },
): Dataset {
  const series = given.series ?? [{ id: 'lamps', label: bilingual('路灯', 'Street lamps') }];
  const unit = given.unit ?? 'count';
  return datasetSchema(USUAL_LANGUAGES).parse({
    id: 'lamps',
    version: '1.0.0',
    title: bilingual('路灯', 'Street lamps'),
    headline: bilingual('云溪市更换了路灯', 'Yunxi replaced its street lamps'),
    measure: bilingual('路灯数', 'Number of lamps'),
    place: bilingual('云溪市', 'Yunxi'),
    span: bilingual('2030年', '2030'),
    unit,
    counter: bilingual('盏', 'lamps'),
    panels: [{ kind: 'bars', series: series.map(({ id }) => id) }],
    changelog: [{ version: '1.0.0', date: '2030-01-01', note: bilingual('首次整理', 'First compiled') }],
    ...given,
    series,
    observations: given.observations.map((observation, index) => ({
      id: `o-${index + 1}`,
      series: series[0]?.id,
      kind: 'actual',
      unit,
      stated: { number: observation.value, unit: '盏' },
      ...observation,
    })),
  });
}
