import type { Stack } from 'aws-cdk-lib';
import { problems } from '../../../lib/domain/problem/codes.ts';
import { attributesOf, place } from '../../../lib/local/template/attributes.ts';
import { resolversFor, type Template } from '../../../lib/local/template/resolve.ts';
import type { AccessRules } from '../../../lib/stack/api.ts';
import { createApp } from '../../../lib/stack/app.ts';
import type { Sources } from '../../../lib/stack/sources.ts';
import type { StageData } from '../../../lib/stack/stages.ts';

export interface Part {
  /** `data`, `functions`, `machines`, `watch`. */
  readonly name: string;
  readonly stack: Stack;
  readonly template: Template;
  /** As it would be sent to CloudFormation. */
  readonly bytes: number;
}

interface Choice {
  readonly stage?: string;
  readonly arch?: string;
  readonly stages?: Readonly<Record<string, StageData>>;
}

/** The stacks of a stage (production unless told otherwise), without bundling. */
export function synthesise(sources: Sources, accessRules: AccessRules, choice: Choice = {}): readonly Part[] {
  const { stages, ...context } = choice;
  const app = createApp({
    sources,
    accessRules,
    problems,
    context: { 'aws:cdk:bundling-stacks': [], stage: 'prod', ...context },
    ...(stages && { stages }),
  });
  return app.synth().stacks.map(({ stackName, template }) => ({
    name: stackName.split('-').at(-1) ?? '',
    stack: app.node.findChild(stackName) as Stack,
    template: template as Template,
    bytes: Buffer.byteLength(JSON.stringify(template)),
  }));
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

/** Reads the templates of all stacks by resource type. */
export function resourcesOf(parts: readonly Part[]) {
  const all = parts.flatMap(({ template }) => Object.entries(template.Resources as Record<string, Whole>));
  const whole = (type: string) => all.filter(([, { Type }]) => Type === type);
  const of = (type: string) =>
    whole(type).map(([id, { Properties = {}, Metadata = {} }]) => [id, Properties, Metadata] as const);
  /** The properties of the only resource of its type. */
  const only = (type: string) => {
    const [found, ...others] = of(type);
    if (!found || others.length > 0) throw new Error(`not one ${type} in the template`);
    return found[1];
  };
  return { whole, of, only, body: () => only('AWS::ApiGateway::RestApi')['Body'] as Body };
}

/** The parts of an API's body that the tests check. */
export interface Body {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, Properties>> };
  readonly 'x-amazon-apigateway-gateway-responses': Readonly<Record<string, Properties>>;
}
export interface Operation {
  readonly security?: readonly object[];
  readonly 'x-amazon-apigateway-integration': Properties;
}

/** `GET /requests`, `ANY /` … of a body, in its order. */
export const operationsOf = ({ paths }: Body) =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([key, operation]) => {
      const method = key === 'x-amazon-apigateway-any-method' ? 'ANY' : key.toUpperCase();
      return { route: `${method} ${path}`, operation };
    }),
  );

/** Values for parameters that match the template's patterns. */
const parameters = {
  PublicUrl: 'https://services.example.kz',
  UploadOrigins: 'https://services.example.kz',
  MailFrom: 'noreply@services.example.kz',
  EdsAnchors: 'a'.repeat(64),
  CrlSources: 'https://crl.example.kz/a.crl',
};

/** The templates as an account would have them, with all references resolved. */
export function resolvedOf(parts: readonly Part[]) {
  const templates = parts.map(({ template }) => template);
  const resolvers = resolversFor(templates, { parameters, pseudo: place, attributes: attributesOf });
  return templates.flatMap(({ Resources }, i) =>
    Object.entries(Resources).map(([id, { Type, Properties = {} }]) => ({
      id,
      type: Type,
      properties: resolvers[i]?.(Properties) as Properties,
    })),
  );
}
