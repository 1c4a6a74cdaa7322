import type { Resource, Template } from '../template/resolve.ts';

export interface SamOptions {
  /** Where functions in SAM's containers find all AWS services. */
  readonly endpoint: string;
  /** What the other stacks export, by the export's name: SAM follows no references between templates. */
  readonly exports: Readonly<Record<string, string>>;
}

/**
 * The functions' template for `sam local start-api`. SAM passes a function only variables that its template declares, so the
 * endpoint is written into each, and imports are replaced by their values.
 * @throws Error naming the exports that are missing
 */
export function samTemplate(template: Template, { endpoint, exports }: SamOptions): Template {
  const missing = new Set<string>();
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    const name = (value as Readonly<Record<string, unknown>>)['Fn::ImportValue'];
    if (typeof name !== 'string')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
    if (exports[name] === undefined) missing.add(name);
    return exports[name] ?? '';
  };
  const filled = fill(template) as Template;
  if (missing.size > 0) throw new Error(`nothing is known of the exports ${[...missing].join(', ')}`);
  const withEndpoint = ([id, resource]: [string, Resource]) =>
    [
      id,
      resource.Type === 'AWS::Lambda::Function' ? declare(resource, { AWS_ENDPOINT_URL: endpoint }) : resource,
    ] as const;
  return { ...filled, Resources: Object.fromEntries(Object.entries(filled.Resources).map(withEndpoint)) };
}

function declare(resource: Resource, variables: Readonly<Record<string, string>>): Resource {
  const { Environment } = (resource.Properties ?? {}) as { Environment?: { Variables?: object } };
  const Variables = { ...Environment?.Variables, ...variables };
  return { ...resource, Properties: { ...resource.Properties, Environment: { Variables } } };
}

/** Reads what `aws cloudformation list-exports` prints. */
export function readExports(text: string): Record<string, string> {
  const { Exports = [] } = JSON.parse(text) as { Exports?: readonly { Name?: string; Value?: string }[] };
  return Object.fromEntries(Exports.map(({ Name = '', Value = '' }) => [Name, Value]));
}
