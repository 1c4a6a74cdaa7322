import { describe, expect, it } from '@jest/globals';
import { attributesOf, place } from '../../../../lib/local/template/attributes.ts';
import { resolverFor, resolversFor, type Template } from '../../../../lib/local/template/resolve.ts';

const template = {
  Parameters: { Url: { AllowedPattern: '^https?://.+$' }, Profile: { Default: 'kz-nca' } },
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table' },
    Named: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: { 'Fn::Sub': 'f-${Profile}' } } },
  },
} satisfies Template;
const resolver = (parameters: Record<string, string> = { Url: 'http://here' }) =>
  resolverFor(template, { parameters, pseudo: place, attributes: attributesOf });

describe('intrinsic functions of a template', () => {
  it.each([
    [{ Ref: 'Url' }, 'http://here'],
    [{ Ref: 'Profile' }, 'kz-nca'],
    [{ Ref: 'AWS::Region' }, 'eu-central-1'],
    [{ Ref: 'Table' }, 'e-akimat-Table'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:eu-central-1:000000000000:table/e-akimat-Table'],
    [{ 'Fn::GetAtt': 'Named.Arn' }, 'arn:aws:lambda:eu-central-1:000000000000:function:f-kz-nca'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Profile' }]] }, 'a-kz-nca'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] }, 'aws'],
    [
      { 'Fn::Sub': 'x-${Table.Arn}-${!kept}' },
      'x-arn:aws:dynamodb:eu-central-1:000000000000:table/e-akimat-Table-${kept}',
    ],
    [{ 'Fn::Sub': ['${a}/${Url}', { a: { Ref: 'Profile' } }] }, 'kz-nca/http://here'],
    [{ deep: [{ Ref: 'Profile' }, 7, null] }, { deep: ['kz-nca', 7, null] }],
  ])('%j stands for %j', (value, expected) => {
    expect(resolver()(value)).toEqual(expected);
  });

  it('refuse what is missing or not understood, by name', () => {
    expect(() => resolver({})).toThrow('parameter Url has no value');
    expect(() => resolver({ Url: 'ftp://x' })).toThrow('parameter Url does not match');
    expect(() => resolver()({ Ref: 'Nobody' })).toThrow('Nobody is referred to and not there');
    expect(() => resolver()({ 'Fn::GetAtt': ['Table', 'Colour'] })).toThrow('has no Colour here');
    expect(() => resolver()({ 'Fn::Cidr': [] })).toThrow('Fn::Cidr is not understood here');
  });
});

describe('references between templates', () => {
  const given = { parameters: {}, pseudo: place, attributes: attributesOf };
  const exporter = {
    Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
    Outputs: { Name: { Value: { Ref: 'Table' }, Export: { Name: 'data:Name' } }, Plain: { Value: 'not exported' } },
  } satisfies Template;
  const importer = { Resources: {} } satisfies Template;

  it('are followed whatever the order of the templates', () => {
    for (const templates of [
      [exporter, importer],
      [importer, exporter],
    ])
      expect(resolversFor(templates, given)[templates.indexOf(importer)]?.({ 'Fn::ImportValue': 'data:Name' })).toBe(
        'e-akimat-Table',
      );
  });

  it('that lead nowhere, or to two places, are refused by name', () => {
    expect(() => resolversFor([exporter, importer], given)[1]?.({ 'Fn::ImportValue': 'data:Else' })).toThrow(
      'data:Else is imported and not exported',
    );
    expect(() => resolversFor([exporter, exporter], given)).toThrow('data:Name is exported twice');
  });
});
