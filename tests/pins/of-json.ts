/** The type of a JSON value in one word. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Every key path of a JSON value with the type of what stands there: `.items[].id string`. */
export function valueLines(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => valueLines(item, `${path}[]`)))];
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, own]) => valueLines(own, `${path}.${key}`));
  return [`${path} ${typeOf(value)}`];
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Every key path of a JSON Schema, with its type and whether it is always there. */
export function keyLines(schema: JsonSchema, path: string): string[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (parts.length > 0) return parts.flatMap((part) => keyLines(part, path));
  if (schema.$ref !== undefined) return [`${path} ${schema.$ref}`];
  if (schema.items) return keyLines(schema.items, `${path}[]`);
  const { properties = {}, required = [], additionalProperties: others } = schema;
  const named = Object.entries(properties).flatMap(([key, own]) =>
    keyLines(own, `${path}.${key}${required.includes(key) ? '' : '?'}`),
  );
  const free = typeof others === 'object' ? keyLines(others, `${path}.{…}`) : [];
  if (named.length + free.length > 0) return [...named, ...free];
  if (schema.const !== undefined) return [`${path} ${JSON.stringify(schema.const)}`];
  const values = schema.enum?.map((value) => JSON.stringify(value)).join(' | ');
  return [`${path} ${values ?? [schema.type ?? 'anything'].flat().join(' | ')}`];
}

/** The paths of an OpenAPI description, and the keys of all it describes. */
export function schemaLines(description: unknown): string[] {
  const { paths = {}, components } = description as {
    readonly paths?: Readonly<Record<string, unknown>>;
    readonly components?: { readonly schemas: Readonly<Record<string, JsonSchema>> };
  };
  return [
    ...Object.entries(paths).map(([path, operation]) => {
      const schema = /"\$ref":"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(operation))?.[1];
      return `/api/v1${path} ${schema}`;
    }),
    ...Object.entries(components?.schemas ?? {}).flatMap(([name, schema]) => keyLines(schema, name)),
  ];
}
