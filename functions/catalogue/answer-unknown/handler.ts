import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { languageOf, preflightAnswer, problemAnswer } from '../../../lib/adapters/http/serve.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { methodsOf, refuseMethod } from './answer-unknown.ts';

/** Answers calls that match no route: an unknown path, a wrong method, a browser's preflight. */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const methods = methodsOf(event.path);
  if (isRefusal(methods)) return problemAnswer(methods, languageOf(event));
  return event.httpMethod === 'OPTIONS'
    ? preflightAnswer(methods)
    : problemAnswer(refuseMethod(methods), languageOf(event));
};
