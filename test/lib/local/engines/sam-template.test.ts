import { describe, expect, it } from '@jest/globals';
import { readExports, samTemplate } from '../../../../lib/local/engines/sam-template.ts';

const template = {
  Parameters: { PublicUrl: {} },
  Resources: {
    Sweep: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'sweep',
        Timeout: 5,
        Environment: {
          Variables: {
            TABLE_NAME: { 'Fn::ImportValue': 'data:Table' },
            PUBLIC_URL: { Ref: 'PublicUrl' },
            MACHINES: { 'Fn::Join': [':', ['states', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }]] },
          },
        },
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { Arns: [{ 'Fn::ImportValue': 'data:Table' }] } },
  },
};
const account = '000000000000';
const region = 'eu-central-1';
const endpoint = 'http://10.88.0.1:4566';

describe('the template for SAM', () => {
  it('declares the endpoint in each function, and has the values of its imports and the account of the machines', () => {
    const exports = readExports(JSON.stringify({ data: { Table: 'table-1' } }));
    expect(samTemplate(template, { endpoint, account, region, exports })).toEqual({
      Parameters: { PublicUrl: {} },
      Resources: {
        Sweep: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            FunctionName: 'sweep',
            Timeout: 60,
            Environment: {
              Variables: {
                TABLE_NAME: 'table-1',
                PUBLIC_URL: { Ref: 'PublicUrl' },
                MACHINES: { 'Fn::Join': [':', ['states', region, account]] },
                AWS_ENDPOINT_URL: endpoint,
              },
            },
          },
        },
        Role: { Type: 'AWS::IAM::Role', Properties: { Arns: ['table-1'] } },
      },
    });
  });

  it('is not written if a value is missing, because its variable would be empty', () => {
    expect(() => samTemplate(template, { endpoint, account, region, exports: {} })).toThrow(
      'nothing is known of the exports data:Table',
    );
  });
});
