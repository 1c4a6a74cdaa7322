import { call, isProblem, type Answer } from '../../kit.ts';
import { untilLook } from '../../../lib/domain/request/until-look.ts';

type Request = Answer<'GET /requests/{id}'>;

/** Milliseconds between the first two requests while the page waits for the number, and how many requests: half a minute. */
const AGAIN = 600;
const LOOKS = 10;

/** The request once it has its number or was turned away; undefined if neither happens in time. */
export async function awaitNumber(id: string): Promise<Request | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    const request = await call('GET /requests/{id}', { params: { id } });
    if (!isProblem(request) && (request.number !== undefined || request.state === 'turned-away')) return request;
    await new Promise((resolve) => setTimeout(resolve, untilLook(look, AGAIN)));
  }
  return undefined;
}
