import { App, CfnOutput, DefaultStackSynthesizer, Duration, Stack, type IStackSynthesizer } from 'aws-cdk-lib';
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';

/** Asks the comparison what to do, and does it. */
const source = `exports.handler = async (event) => {
  const answer = await fetch(process.env.ASK, { method: 'POST', body: JSON.stringify(event) });
  const { error, value } = await answer.json();
  if (error !== undefined) throw Object.assign(new Error('decided'), { name: error });
  return value;
};`;

/** Synthesises the one function that stands for all functions of the machines. */
export function synthesiseStub(outdir: string, ask: string): void {
  const app = new App({ outdir, analyticsReporting: false });
  const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer;
  const stack = new Stack(app, STUB_STACK, { synthesizer });
  const stub = new Lambda(stack, 'Stub', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline(source),
    timeout: Duration.seconds(60),
    environment: { ASK: ask },
  });
  new CfnOutput(stack, 'StubArn', { value: stub.functionArn });
  app.synth();
}

export const STUB_STACK = 'e-akimat-compare';
