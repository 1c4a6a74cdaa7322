import type { Outputs } from './deploy-stacks.ts';
import type { Resource, Template } from '../template/resolve.ts';

export interface SamOptions {
  /** Where functions in SAM's containers find all AWS services. */
  readonly endpoint: string;
  /** LocalStack's account and region, in which the machines are; SAM would put its own into their ARNs. */
  readonly account: string;
  readonly region: string;
  /** The exports of the other stacks, by name: SAM does not follow references between templates. */
  readonly exports: Readonly<Record<string, string>>;
}

/**
 * The functions' template for `sam local start-api`. SAM passes a function only variables that its template declares,
 * so the endpoint is written into each function. Imports, account and region are replaced by their values.
 * @throws Error naming the exports that are missing
 */
export function samTemplate(template: Template, { endpoint, account, region, exports }: SamOptions): Template {
  const missing = new Set<string>();
  const place: Readonly<Record<string, string>> = { 'AWS::AccountId': account, 'AWS::Region': region };
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    const { Ref, 'Fn::ImportValue': name } = value as Readonly<Record<string, unknown>>;
    if (typeof Ref === 'string' && place[Ref] !== undefined) return place[Ref];
    if (typeof name !== 'string')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
    if (exports[name] === undefined) missing.add(name);
    return exports[name] ?? '';
  };
  const filled = fill(template) as Template;
  if (missing.size > 0) throw new Error(`nothing is known of the exports ${[...missing].join(', ')}`);
  const Resources = Object.entries(filled.Resources).map(([id, resource]) => [id, adapt(resource, endpoint)] as const);
  return { ...filled, Resources: Object.fromEntries(Resources) };
}

/** Seconds. SAM counts the loading of a function into its time; AWS does not. */
const PATIENCE = 60;

function adapt(resource: Resource, endpoint: string): Resource {
  if (resource.Type !== 'AWS::Lambda::Function') return resource;
  const { Environment } = (resource.Properties ?? {}) as { Environment?: { Variables?: object } };
  const Variables = { ...Environment?.Variables, AWS_ENDPOINT_URL: endpoint };
  return { ...resource, Properties: { ...resource.Properties, Timeout: PATIENCE, Environment: { Variables } } };
}

/**
 * The exports in what `cdk deploy --outputs-file` wrote. The CDK names an export by its stack and output.
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
