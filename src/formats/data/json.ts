import type { Dataset } from '../../model/dataset.ts';
import { type DataLinks, exactNumber } from './columns.ts';

/** A dataset as JSON for readers: all that its file says, values as numbers, addresses beside what they lead to. */
export function datasetDocument({ $schema: _, ...dataset }: Dataset, links: DataLinks, address: string): object {
  return {
    ...dataset,
    url: address,
    observations: dataset.observations.map((observation) => ({
      ...observation,
      value: exactNumber(observation.value),
      ...(observation.stated
        ? { stated: { ...observation.stated, number: exactNumber(observation.stated.number) } }
        : {}),
      ...(observation.quote ? { quote: { ...observation.quote, url: links.reply(observation.quote.reply) } } : {}),
      url: links.observation(dataset.id, observation.id),
    })),
  };
}
