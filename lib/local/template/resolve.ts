/** A CloudFormation template as `cdk synth` writes it: plain JSON that contains intrinsic functions. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string; readonly AllowedPattern?: string }>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, Output>>;
}

export interface Output {
  readonly Value: unknown;
  readonly Export?: { readonly Name: string };
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** The results of `Ref` on a resource, and of `Fn::GetAtt` by the attribute's name. */
export type Attributes = (id: string, resource: Resource, resolve: Resolve) => Readonly<Record<string, unknown>>;
export type Resolve = (value: unknown) => unknown;

export interface Given {
  readonly parameters: Readonly<Record<string, string>>;
  /** `AWS::Region` and the like. */
  readonly pseudo: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
}

/** The exports of an app's templates, by name. */
export type Exports = ReadonlyMap<string, () => unknown>;
const NOTHING: Exports = new Map();

/**
 * A resolver for each template. The templates refer to each other by exports, which are looked up on demand, so the
 * order of the templates does not matter.
 */
export function resolversFor(templates: readonly Template[], given: Given): readonly Resolve[] {
  const exported = new Map<string, () => unknown>();
  const resolvers = templates.map((template) => resolverFor(template, given, exported));
  for (const [i, { Outputs = {} }] of templates.entries())
    for (const { Value, Export } of Object.values(Outputs)) {
      if (!Export) continue;
      if (exported.has(Export.Name)) throw new Error(`template: ${Export.Name} is exported twice`);
      exported.set(Export.Name, () => resolvers[i]?.(Value));
    }
  return resolvers;
}

/**
 * Makes a function that replaces every intrinsic function in a value of the template by its value here.
 * @throws Error naming what is missing: a parameter without a value, an unknown resource, attribute or function
 */
export function resolverFor(template: Template, given: Given, exported = NOTHING): Resolve {
  const values = checkParameters(template, given.parameters);

  const lookUp = (id: string, attribute: string): unknown => {
    const resource = template.Resources[id];
    if (!resource) throw new Error(`template: ${id} is referred to and not there`);
    const value = given.attributes(id, resource, resolve)[attribute];
    if (value === undefined) throw new Error(`template: ${id} (${resource.Type}) has no ${attribute} here`);
    return value;
  };
  const ref = (name: string) => values[name] ?? given.pseudo[name] ?? lookUp(name, 'Ref');
  const list = (value: unknown) => asArray(resolve(value));

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (name) => ref(String(name)),
    'Fn::GetAtt': (argument) => {
      const [id, ...attribute] = typeof argument === 'string' ? argument.split('.') : list(argument).map(String);
      return lookUp(String(id), attribute.join('.'));
    },
    'Fn::ImportValue': (argument) => {
      const name = String(resolve(argument));
      const find = exported.get(name);
      if (!find) throw new Error(`template: ${name} is imported and not exported`);
      return find();
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = asArray(argument);
      return list(parts).join(String(separator));
    },
    'Fn::Split': (argument) => {
      const [separator, text] = asArray(argument);
      return String(resolve(text)).split(String(separator));
    },
    'Fn::Select': (argument) => {
      const [index, from] = asArray(argument);
      return list(from)[Number(resolve(index))];
    },
    'Fn::Sub': (argument) => {
      const [text, own] = typeof argument === 'string' ? [argument, {}] : asArray(argument);
      const names = resolve(own) as Readonly<Record<string, unknown>>;
      return String(text).replace(/\$\{(!?)([^}]+)\}/g, (place, literal: string, name: string) => {
        if (literal) return `\${${name}}`;
        const [id = '', ...attribute] = name.split('.');
        return String(names[name] ?? (attribute.length > 0 ? lookUp(id, attribute.join('.')) : ref(name)) ?? place);
      });
    },
  };

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries.length === 1 ? (entries[0] ?? []) : [];
    if (name === undefined || !(name === 'Ref' || name.startsWith('Fn::')))
      return Object.fromEntries(entries.map(([key, each]) => [key, resolve(each)]));
    const intrinsic = functions[name];
    if (!intrinsic) throw new Error(`template: ${name} is not understood here`);
    return intrinsic(argument);
  }
  return resolve;
}

const asArray = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Error(`template: not a list: ${JSON.stringify(value)}`);
  return value as readonly unknown[];
};

function checkParameters({ Parameters = {} }: Template, given: Readonly<Record<string, string>>) {
  const values = Object.entries(Parameters).map(([name, { Default, AllowedPattern }]) => {
    const value = given[name] ?? Default;
    if (value === undefined) throw new Error(`template: parameter ${name} has no value`);
    if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value))
      throw new Error(`template: parameter ${name} does not match ${AllowedPattern}`);
    return [name, value] as const;
  });
  return Object.fromEntries(values) as Readonly<Record<string, string>>;
}
