import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Dataset, datasetSchema } from '../model/dataset.ts';
import { LOCALES } from '../model/locale.ts';
import { compareVersions } from '../model/order.ts';
import { noteRead, RECORD } from './page-reads.ts';
import { siteRoot } from './root.ts';

/** A version as it was published, in the languages of its day: those of its title. */
function publishedVersion(text: string): Dataset {
  const value = JSON.parse(text);
  return datasetSchema(LOCALES.filter((locale) => locale in (value.title ?? {}))).parse(value);
}

/** The published versions of a dataset and the present one, oldest first by semantic version. */
export function datasetVersions(dataset: Dataset): Dataset[] {
  noteRead(RECORD);
  const folder = path.join(siteRoot(), 'data/published/datasets', dataset.id);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const former = files
    .map((name) => publishedVersion(readFileSync(path.join(folder, name), 'utf8')))
    .filter(({ version }) => version !== dataset.version);
  return [...former, dataset].sort((one, other) => compareVersions(one.version, other.version));
}
