import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Content {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Checks requests and answers against the served description (JSON Schema 2020-12, which OpenAPI 3.1 uses). */
export function judgeBy(description: Description) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
  ajv.addSchema(description, 'api');
  const pointer = (...path: string[]) =>
    `api#/${path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  const errors = (validate: ValidateFunction, value: unknown) => (validate(value) ? [] : (validate.errors ?? []));
  const operation = (route: string) => {
    const [method = '', path = ''] = route.split(' ');
    return { at: ['paths', path, method.toLowerCase()], found: description.paths[path]?.[method.toLowerCase()] };
  };

  return {
    /** The documented example of this name. */
    example: (route: string, name: string): unknown =>
      operation(route).found?.requestBody?.content['application/json']?.examples?.[name]?.value,

    /** What in a request's body the description does not allow. */
    faultsOfBody(route: string, body: unknown): readonly object[] {
      const { at } = operation(route);
      const schema = pointer(...at, 'requestBody', 'content', 'application/json', 'schema');
      return errors(ajv.compile({ $ref: schema }), body);
    },

    /** What in an answer the description does not allow: its status, its type, its body. */
    faultsOfAnswer(route: string, status: number, type: string, body: unknown): readonly (object | string)[] {
      const { at, found } = operation(route);
      const response = found?.responses[status];
      if (!response) return [`${route} does not say that it answers ${status}`];
      const media = type.split(';')[0] ?? '';
      if (!response.content) return body === undefined ? [] : [`${status} has no body`];
      if (!response.content[media]) return [`${status} does not say that it is ${media}`];
      const schema = pointer(...at, 'responses', String(status), 'content', media, 'schema');
      return errors(ajv.compile({ $ref: schema }), body);
    },
  };
}
