import { describe, expect, it } from '@jest/globals';
import { prolong, readEstate } from '../../../../lib/local/template/estate.ts';
import type { Template } from '../../../../lib/local/template/resolve.ts';

const uri = 'arn:aws:apigateway:r:lambda:path/2015-03-31/functions/arn:aws:lambda:r:1:function:f/invocations';
const integration = { type: 'aws_proxy', httpMethod: 'POST', uri, credentials: 'arn:aws:iam::1:role/api' };
const operation = { responses: {}, 'x-amazon-apigateway-integration': integration };
const authorizer = { type: 'request', authorizerUri: uri, authorizerResultTtlInSeconds: 0 };
const session = { 'x-amazon-apigateway-authtype': 'custom', 'x-amazon-apigateway-authorizer': authorizer };

const body = (paths: object, more: object = {}) => ({
  openapi: '3.0.1',
  info: {},
  paths,
  components: { securitySchemes: { session } },
  ...more,
});
const api = (Body: object): Template => ({
  Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body } } },
});
const read = (...templates: Template[]) => readEstate(templates, {}, () => '');

describe('the API of a template', () => {
  it('is read from its body: an operation is open unless it names the authorizer', () => {
    const { routes } = read(
      api(body({ '/a': { get: operation }, '/b/{id}': { put: { ...operation, security: [{ session: [] }] } } })),
    ).api;
    expect(routes).toMatchObject([
      { method: 'GET', path: '/a', functionArn: 'arn:aws:lambda:r:1:function:f', roleArn: 'arn:aws:iam::1:role/api' },
      { method: 'PUT', path: '/b/{id}', authorizer: { functionArn: 'arn:aws:lambda:r:1:function:f', headers: [] } },
    ]);
    expect(routes[0]).not.toHaveProperty('authorizer');
  });

  it('has time limits multiplied by the patience of the platform', () => {
    const estate = read(api(body({ '/a': { get: operation } })));
    expect(estate.api.routes).toMatchObject([{ timeout: 29_000 }]);
    expect(prolong(estate, 20).api.routes).toMatchObject([{ path: '/a', timeout: 580_000 }]);
    const lambda = { ...({} as (typeof estate.functions)[number]), timeout: 3 };
    expect(prolong({ ...estate, functions: [lambda] }, 20).functions).toEqual([{ timeout: 60 }]);
  });

  it.each([
    [
      'an authorizer that is not there',
      body({ '/a': { get: { ...operation, security: [{ other: [] }] } } }),
      'GET /a asks for other',
    ],
    ['OpenAPI 3.1', { ...body({}), openapi: '3.1.0' }, 'Api (AWS::ApiGateway::RestApi) is not understood'],
    [
      'an integration of another kind',
      body({ '/a': { get: { 'x-amazon-apigateway-integration': { ...integration, type: 'mock' } } } }),
      'is not understood',
    ],
    [
      'a part that means something to API Gateway only',
      body({}, { 'x-amazon-apigateway-policy': {} }),
      'x-amazon-apigateway-policy',
    ],
    [
      'a security scheme of another kind',
      body({}, { components: { securitySchemes: { session: { type: 'http' } } } }),
      'is not understood',
    ],
  ])('with %s is refused', (_, given, message) => {
    expect(() => read(api(given))).toThrow(message);
  });
});

describe('the templates of an app', () => {
  it('with an unknown resource are refused, naming it, whichever template it is in', () => {
    const other: Template = {
      Resources: { Line: { Type: 'AWS::SQS::Queue' }, Search: { Type: 'AWS::OpenSearchService::Domain' } },
    };
    expect(() => read(api(body({})), other)).toThrow(
      'not known here: Line (AWS::SQS::Queue), Search (AWS::OpenSearchService::Domain)',
    );
  });

  it('with two APIs, or none, are refused', () => {
    expect(() => read(api(body({})), api(body({})))).toThrow('there is not one AWS::ApiGateway::RestApi');
    expect(() => read({ Resources: {} })).toThrow('there is not one AWS::ApiGateway::RestApi');
  });

  it('whose tables would have the same name are refused', () => {
    const KeySchema = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    const Properties = { KeySchema, AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }] };
    const one: Template = { Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties } } };
    expect(() => read(api(body({})), one, one)).toThrow('two of its parts have the name e-akimat-Table');
  });
});
