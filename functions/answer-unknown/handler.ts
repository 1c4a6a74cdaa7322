import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { problemAnswer, languageOf } from '../../lib/adapters/http/serve.ts';
import { answerUnknown } from './answer-unknown.ts';

/** Catches what no route of the API matches: an unknown path or a method that the path does not have. */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> =>
  problemAnswer(answerUnknown(event.path), languageOf(event));
