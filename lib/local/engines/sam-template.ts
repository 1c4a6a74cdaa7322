import type { Outputs } from './deploy-stacks.ts';
import type { Resource, Template } from '../template/resolve.ts';

export interface SamOptions {
  /** Where functions in SAM's containers find all AWS services. */
  readonly endpoint: string;
  /** The account of LocalStack, in which the machines lie; SAM would put its own into their ARNs. */
  readonly account: string;
  /** What the other stacks export, by the export's name: SAM follows no references between templates. */
  readonly exports: Readonly<Record<string, string>>;
}

/**
 * The functions' template for `sam local start-api`. SAM passes a function only variables that its template declares, so the
 * endpoint is written into each, and imports and the account are replaced by their values.
 * @throws Error naming the exports that are missing
 */
export function samTemplate(template: Template, { endpoint, account, exports }: SamOptions): Template {
  const missing = new Set<string>();
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    const { Ref, 'Fn::ImportValue': name } = value as Readonly<Record<string, unknown>>;
    if (Ref === 'AWS::AccountId') return account;
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

/**
 * The exports among what `cdk deploy --outputs-file` wrote. The CDK names an export by its stack and output.
 * @throws SyntaxError unless it is JSON
 */
export function readExports(text: string): Record<string, string> {
  const outputs = JSON.parse(text) as Outputs;
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([stack, values]) =>
      Object.entries(values).map(([name, value]) => [`${stack}:${name}`, value] as const),
    ),
  );
}
