import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

interface Described {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly parameters: Readonly<Record<string, { readonly name: string }>>;
  };
}
interface Operation {
  readonly parameters: readonly {
    readonly $ref?: string;
    readonly name?: string;
    readonly schema?: { readonly enum: readonly string[] };
  }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

/** docs/gateway/openapi.yaml, against which both ends are held. */
export const described = parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/gateway/openapi.yaml'), 'utf8'),
) as Described;
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema({ ...described, $id: 'gateway' });
const holds = (place: string, value: unknown) => ajv.validate({ $ref: `gateway#${place}` }, value);

export const fits = (schema: string, value: unknown) => holds(`/components/schemas/${schema}`, value);

const templateOf = (path: string) => path.replace(/^\/registries\/[^/]+/, '/registries/{registry}');
const pointer = (path: string) => templateOf(path).replaceAll('~', '~0').replaceAll('/', '~1');
const json = 'content/application~1json/schema';

/** Whether a call is one that the document describes: its address, headers and body. */
export function isDescribedCall(
  path: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: unknown,
) {
  const operation = described.paths[templateOf(path)]?.post;
  if (!operation) return false;
  const inHeaders = Object.entries(described.components.parameters).filter(([key]) =>
    operation.parameters.some(({ $ref }) => $ref === `#/components/parameters/${key}`),
  );
  return (
    inHeaders.length === 3 &&
    inHeaders.every(([key, { name }]) => holds(`/components/parameters/${key}/schema`, headers[name])) &&
    holds(`/paths/${pointer(path)}/post/requestBody/${json}`, body)
  );
}

/** Whether an answer is one that the document describes for its status. */
export function isDescribedAnswer(path: string, status: number, body: unknown) {
  const response = described.paths[templateOf(path)]?.post.responses[status];
  if (!response) return false;
  const place = response.$ref ? response.$ref.slice(1) : `/paths/${pointer(path)}/post/responses/${status}`;
  return holds(`${place}/${json}`, body);
}
