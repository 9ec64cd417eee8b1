import type { Place } from '../../errors.ts';
import type { Dataset } from '../../model/dataset.ts';
import { placeInJson } from '../../model/json-source.ts';
import { isWhole, type Readable, sourcePath } from '../../model/readable-part.ts';

/** A dataset as far as it could be read. */
export interface DatasetSource {
  readonly path: string;
  /** As the file is called. */
  readonly id: string;
  readonly read: Readable<Dataset>;
  /** Finds the place of a value in the dataset's JSON. */
  readonly place: JsonPlace;
}

/** Finds the place in a file of a value that was read from it: `place(['observations', 0, 'quote'])`. */
type JsonPlace = (path: readonly PropertyKey[]) => Place;

/** Finds places in a JSON file of which some part may not have been read. `text` is asked for when a place is. */
export function placeInRead<T>(read: Readable<T>, file: string, text: () => string): JsonPlace {
  return (path) => placeInJson(text(), file, sourcePath(read, path));
}

/** Whether `dataset/observation` names an observation, or might: one that could not be read is not called missing. */
export function mayName(name: string, datasets: readonly DatasetSource[]): boolean {
  const [id, observation] = name.split('/');
  return datasets.some(
    (dataset) =>
      dataset.id === id &&
      (!isWhole(dataset.read, 'observations') ||
        dataset.read.value.observations?.some((own) => own.id === observation)),
  );
}
