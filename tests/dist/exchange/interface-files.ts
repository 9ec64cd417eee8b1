import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The JSON interface of a built site, judged by its own description. */
export interface InterfaceFiles {
  // biome-ignore lint/suspicious/noExplicitAny: what stands in the files is what the tests find out
  readonly description: any;
  /** Every file but the description, below `/api/v1/`, by code point. */
  readonly files: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: as above
  read(file: string): any;
  /** What a value breaks of a schema of the description. */
  faults(schema: string, value: unknown): readonly unknown[];
  /** The same for a file, by the one path of the description that it answers to. */
  faultsOf(file: string): readonly unknown[];
}

/** Opens the interface of a built folder. */
export function interfaceFiles(dist: string): InterfaceFiles {
  const folder = join(dist, 'api/v1');
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const description = read('openapi.json');
  const ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: false }));
  ajv.addSchema(description, 'openapi');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json') && file !== 'openapi.json')
    .sort();

  /** The paths that a file answers to: `/replies/{id}.json` for `replies/2025-86.json`. */
  const described = (file: string): string[] => {
    const paths = Object.keys(description.paths);
    if (paths.includes(`/${file}`)) return [`/${file}`];
    return paths.filter((path) =>
      new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(`/${file}`),
    );
  };

  const faultsBy = (reference: string, value: unknown): readonly unknown[] => {
    const validate = ajv.getSchema(`openapi${reference}`);
    if (validate === undefined) return [`no schema ${reference}`];
    validate(value);
    return validate.errors ?? [];
  };

  return {
    description,
    files,
    read,
    faults: (schema, value) => faultsBy(`#/components/schemas/${schema}`, value),
    faultsOf: (file) => {
      const [path, ...others] = described(file);
      if (path === undefined || others.length > 0) return [`${file} answers to ${others.length} other paths`];
      return faultsBy(description.paths[path].get.responses['200'].content['application/json'].schema.$ref, read(file));
    },
  };
}
