/** The parts of the API description that the fuzzer reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly example?: unknown;
}

export interface Operation {
  readonly security?: readonly object[];
  readonly 'x-roles'?: readonly string[];
  readonly parameters?: readonly { readonly in: 'path' | 'query' | 'header'; readonly name: string }[];
  readonly requestBody?: {
    readonly content: {
      readonly 'application/json': {
        readonly schema: Schema;
        readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
      };
    };
  };
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A body that the description allows: its first example, or a value made from the schema. */
export function sampleBody(description: Description, { requestBody }: Operation): unknown {
  const { schema, examples = {} } = requestBody?.content['application/json'] ?? {};
  const [example] = Object.values(examples);
  return example ? example.value : schema && sample(description, schema);
}

function sample(description: Description, schema: Schema): unknown {
  if (schema.$ref)
    return sample(description, description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  const [choice] = schema.enum ?? [];
  if (choice !== undefined) return choice;
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant) return sample(description, variant);
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, value]) => [name, sample(description, value)]),
    );
  return { integer: 1, number: 1, boolean: true, array: [] }[schema.type ?? ''] ?? 'демо';
}

/** The paths of a value and of everything in it. */
export function placesIn(value: unknown, place: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...place, name]))];
}

/** The value with another value at a path. */
export function replaceAt(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  return { ...(value as object), [name]: replaceAt((value as Record<string, unknown>)[name], rest, other) };
}
