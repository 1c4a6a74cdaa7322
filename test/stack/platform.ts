import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { problems } from '../../lib/domain/problem/codes.ts';
import type { AccessRules } from '../../lib/stack/api.ts';
import { createApp } from '../../lib/stack/app.ts';
import type { Sources } from '../../lib/stack/sources.ts';

/** The template that would be deployed, without bundling. */
export function synthesise(sources: Sources, accessRules: AccessRules): Template {
  const app = createApp({ sources, accessRules, problems, context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(app.node.findChild('e-akimat') as Stack);
}

type Properties = Readonly<Record<string, unknown>>;
interface Whole {
  readonly Type: string;
  readonly Properties?: Properties;
  readonly Metadata?: Properties;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
export type Resources = ReturnType<typeof resourcesOf>;

/** Reads a template by resource type, and routes back from its resources and methods. */
export function resourcesOf(template: Template) {
  const all = Object.entries((template.toJSON() as { Resources: Record<string, Whole> }).Resources);
  const whole = (type: string) => all.filter(([, { Type }]) => Type === type);
  const of = (type: string) =>
    whole(type).map(([id, { Properties = {}, Metadata = {} }]) => [id, Properties, Metadata] as const);
  const paths = new Map(of('AWS::ApiGateway::Resource').map(([id, properties]) => [id, properties]));
  const pathOf = (resource: unknown): string => {
    const found = paths.get((resource as { Ref?: string }).Ref ?? '');
    return found ? `${pathOf(found['ParentId'])}/${String(found['PathPart'])}` : '';
  };
  return {
    whole,
    of,
    /** The properties of a resource of which there is one. */
    only: (type: string) => {
      const [found, ...others] = of(type);
      if (!found || others.length > 0) throw new Error(`not one ${type} in the template`);
      return found[1];
    },
    count: all.length,
    routeOf: (method: Properties) => `${String(method['HttpMethod'])} ${pathOf(method['ResourceId']) || '/'}`,
    functionIdOf: (verb: string) =>
      of('AWS::Lambda::Function').find(([, { FunctionName }]) => FunctionName === `e-akimat-${verb}`)?.[0] ?? 'none',
  };
}
