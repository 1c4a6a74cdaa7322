import type { APIGatewayProxyEvent } from 'aws-lambda';

/** As API Gateway would pass it; parts that are not given are empty. */
export const eventOf = (more: Partial<APIGatewayProxyEvent>): APIGatewayProxyEvent =>
  ({
    headers: {},
    multiValueHeaders: {},
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    body: null,
    isBase64Encoded: false,
    ...more,
  }) as APIGatewayProxyEvent;

/** A JSON body, as text or as the bytes of a binary media type. */
export const bodyOf = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  eventOf({
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: typeof body !== 'string',
  });
