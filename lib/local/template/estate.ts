import * as z from 'zod';
import { Rights } from './role-policy.ts';
import { readApi, type Api } from './api.ts';
import { readFirewall, type AddressLimit } from './firewall.ts';
import { attributesOf, place } from './attributes.ts';
import { refuseUnknown } from './known-types.ts';
import { resolversFor, type Template } from './resolve.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Index = z.object({ IndexName: z.string(), KeySchema, Projection: z.record(z.string(), z.unknown()) });

const Table = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string() }).optional(),
  SSESpecification: z.object({ KMSMasterKeyId: z.string().optional() }).optional(),
});
const Encryption = z.object({
  ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.string().optional() }).optional(),
});
const Bucket = z.object({
  BucketEncryption: z.object({ ServerSideEncryptionConfiguration: z.array(Encryption) }).optional(),
  CorsConfiguration: z
    .object({
      CorsRules: z.array(
        z.object({
          AllowedMethods: z.array(z.string()),
          AllowedOrigins: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
          ExposedHeaders: z.array(z.string()).default([]),
          MaxAge: z.number().default(0),
        }),
      ),
    })
    .optional(),
});
const Function = z.object({
  Role: z.string(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
});
const Role = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: Rights }) })).default([]),
});
const Machine = z.object({
  RoleArn: z.string(),
  DefinitionString: z.string().optional(),
  DefinitionS3Location: z.object({ Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
const Rule = z.object({
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(z.object({ Arn: z.string(), Input: z.string().optional() })).default([]),
});
const Schedule = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});
const Key = z.object({ KeySpec: z.string().default('SYMMETRIC_DEFAULT') });

/** Stored data may be encrypted with a key of the template. */
interface Named {
  readonly name: string;
  readonly keyArn?: string;
}
export type TableEntry = z.output<typeof Table> & Named;
export type BucketEntry = Named & { readonly cors: readonly CorsRule[] };
export type CorsRule = NonNullable<z.output<typeof Bucket>['CorsConfiguration']>['CorsRules'][number];
export interface FunctionEntry {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Path of the handler's source from the repository's root. */
  readonly entry: string;
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
}
export interface MachineEntry {
  readonly arn: string;
  readonly roleArn: string;
  /** The definition's text, with its substitutions made. */
  readonly definition: string;
}
export interface ScheduleEntry {
  readonly expression: string;
  readonly functionArn: string;
  readonly input?: string;
}
export interface KeyEntry {
  readonly id: string;
  readonly arn: string;
  readonly spec: string;
}

/** The template's resources that the platform can run. */
export interface Estate {
  readonly tables: readonly TableEntry[];
  readonly buckets: readonly BucketEntry[];
  readonly functions: readonly FunctionEntry[];
  readonly machines: readonly MachineEntry[];
  readonly schedules: readonly ScheduleEntry[];
  readonly keys: readonly KeyEntry[];
  /** The rights of each role, by its ARN. */
  readonly roles: ReadonlyMap<string, Rights>;
  readonly api: Api;
  /** The firewall's limits for one address. */
  readonly limits: readonly AddressLimit[];
}

/**
 * The same, with time limits multiplied by a factor: on a busy machine they would only show that the machine is busy.
 */
export const prolong = (estate: Estate, times: number): Estate => ({
  ...estate,
  functions: estate.functions.map((each) => ({ ...each, timeout: each.timeout * times })),
  api: { ...estate.api, routes: estate.api.routes.map((each) => ({ ...each, timeout: each.timeout * times })) },
});

const ENTRY = 'e-akimat:entry';

/**
 * Reads the templates of an app. `asset` returns the text of a file that they expect to be uploaded, by its S3 key.
 * @throws Error naming the resource that cannot be run here
 */
export function readEstate(
  templates: readonly Template[],
  parameters: Readonly<Record<string, string>>,
  asset: (key: string) => string,
): Estate {
  refuseUnknown(templates);
  const resolvers = resolversFor(templates, { parameters, pseudo: place, attributes: attributesOf });
  const resources = templates.flatMap(({ Resources }, i) =>
    Object.entries(Resources).map(([id, resource]) => ({
      id,
      resource,
      resolve: (value: unknown) => resolvers[i]?.(value),
    })),
  );
  const all = <T>(type: string, schema: z.ZodType<T>) =>
    resources
      .filter(({ resource }) => resource.Type === type)
      .map(({ id, resource, resolve }) => {
        const parsed = schema.safeParse(resolve(resource.Properties ?? {}));
        if (!parsed.success) throw new Error(`template: ${id} (${type}) is not understood: ${parsed.error.message}`);
        const attribute = (name: string) => String(attributesOf(id, resource, resolve)[name]);
        return { id, properties: parsed.data, metadata: resource.Metadata ?? {}, attribute };
      });

  const estate: Estate = {
    tables: all('AWS::DynamoDB::Table', Table).map(({ attribute, properties }) => ({
      name: attribute('Ref'),
      ...properties,
      ...keyArn(properties.SSESpecification?.KMSMasterKeyId),
    })),
    buckets: all('AWS::S3::Bucket', Bucket).map(({ attribute, properties }) => ({
      name: attribute('Ref'),
      cors: properties.CorsConfiguration?.CorsRules ?? [],
      ...keyArn(
        properties.BucketEncryption?.ServerSideEncryptionConfiguration[0]?.ServerSideEncryptionByDefault
          ?.KMSMasterKeyID,
      ),
    })),
    functions: all('AWS::Lambda::Function', Function).flatMap(({ id, attribute, properties, metadata }) => {
      const entry = metadata[ENTRY];
      if (typeof entry !== 'string') throw new Error(`template: ${id} has no metadata ${ENTRY}`);
      const { Role: roleArn, Timeout, MemorySize, Environment } = properties;
      const environment = Environment?.Variables ?? {};
      return {
        name: attribute('Ref'),
        arn: attribute('Arn'),
        roleArn,
        entry,
        timeout: Timeout,
        memory: MemorySize,
        environment,
      };
    }),
    machines: all('AWS::StepFunctions::StateMachine', Machine).map(({ id, attribute, properties }) => {
      const { DefinitionString, DefinitionS3Location, DefinitionSubstitutions, RoleArn } = properties;
      const text = DefinitionString ?? (DefinitionS3Location && asset(DefinitionS3Location.Key));
      if (text === undefined) throw new Error(`template: ${id} has no definition`);
      const definition = text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
        const value = DefinitionSubstitutions[name];
        if (value === undefined) throw new Error(`template: ${id} has no substitution for \${${name}}`);
        return String(value);
      });
      return { arn: attribute('Arn'), roleArn: RoleArn, definition };
    }),
    schedules: [
      ...all('AWS::Events::Rule', Rule).flatMap(({ properties: { ScheduleExpression, State, Targets } }) =>
        ScheduleExpression === undefined || State !== 'ENABLED'
          ? []
          : Targets.map(({ Arn, Input }) => schedule(ScheduleExpression, Arn, Input)),
      ),
      ...all('AWS::Scheduler::Schedule', Schedule).flatMap(({ properties: { ScheduleExpression, State, Target } }) =>
        State === 'ENABLED' ? [schedule(ScheduleExpression, Target.Arn, Target.Input)] : [],
      ),
    ],
    keys: all('AWS::KMS::Key', Key).map(({ attribute, properties }) => ({
      id: attribute('KeyId'),
      arn: attribute('Arn'),
      spec: properties.KeySpec,
    })),
    roles: new Map(
      all('AWS::IAM::Role', Role).map(({ attribute, properties }) => [
        attribute('Arn'),
        properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
      ]),
    ),
    api: readApi(all),
    limits: readFirewall(all),
  };
  refuseTwins([...estate.tables, ...estate.buckets, ...estate.functions].map(({ name }) => name));
  return estate;
}

/** Resources without a name get their logical id as a name, and logical ids are unique only within a template. */
function refuseTwins(names: readonly string[]) {
  const twin = names.find((name, i) => names.indexOf(name) !== i);
  if (twin !== undefined) throw new Error(`template: two of its parts have the name ${twin}`);
}

const keyArn = (arn: string | undefined) => (arn === undefined ? {} : { keyArn: arn });

const schedule = (expression: string, functionArn: string, input: string | undefined): ScheduleEntry => ({
  expression,
  functionArn,
  ...(input !== undefined && { input }),
});
