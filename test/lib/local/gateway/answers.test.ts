import { describe, expect, it } from '@jest/globals';
import { gatewayAnswers } from '../../../../lib/local/gateway/answers.ts';

const say = (template: string) =>
  gatewayAnswers({ DEFAULT_5XX: { headers: {}, template } })('AUTHORIZER_FAILURE', { requestId: 'r-1' });

describe("the gateway's own answers", () => {
  it('fill in the facts that their text names, also at the end of a sentence', () => {
    expect(say('{"title":"Failed: $context.requestId. Again?","of":"$context.error.responseType"}')).toMatchObject({
      status: 500,
      body: '{"title":"Failed: r-1. Again?","of":"AUTHORIZER_FAILURE"}',
    });
  });

  it('leave unknown placeholders unchanged', () => {
    expect(say('$context.stage').body).toBe('$context.stage');
  });
});
