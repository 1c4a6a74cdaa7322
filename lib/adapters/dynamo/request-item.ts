import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { lineOf } from '../../domain/request/line.ts';
import { Request } from '../../domain/request/request.ts';
import { SCHEMA, upgradeRequest } from '../../domain/request/upgrade.ts';
import { indexKeys, requestKey } from './request-keys.ts';

type Item = Readonly<Record<string, unknown>>;

/** Octets of a request that are read, so that a spoilt item cannot fill the memory; its bound is far below (bounds.test.ts). */
const MOST = 2_000_000;

/**
 * A request's item: keys, what indexes hold, and the request itself as deflated JSON (RFC 1951), a quarter of its size
 * (docs/decisions/0048). A request is counted as soon as it is written, so no item says that it is not.
 */
export function packRequest(request: Request) {
  const { uncounted: _, ...counted } = request as Request & { readonly uncounted?: true };
  const { work, ...line } = lineOf(request);
  return {
    ...{ ...requestKey(request.id), ...indexKeys(request), line, ...(work && { work }), schema: SCHEMA },
    ...{ version: request.version, packed: pack(counted) },
  };
}

/** @throws Error if it is no request, or one of a newer release */
export const readRequest = (item: Item): Request => Request.parse(upgradeRequest(item['schema'], unpack(item)));

const pack = (value: object): Uint8Array =>
  deflateRawSync(JSON.stringify(value), { level: constants.Z_DEFAULT_COMPRESSION });

/** Items of earlier releases have the request as a map. */
const unpack = ({ packed, request }: Item): unknown =>
  packed instanceof Uint8Array ? JSON.parse(inflateRawSync(packed, { maxOutputLength: MOST }).toString()) : request;

/** On condition that the stored request is still of this version. */
export const ifVersion = ({ version }: Request) => ({
  ConditionExpression: '#version = :before OR #request.#version = :before',
  ExpressionAttributeNames: { '#request': 'request', '#version': 'version' },
  ExpressionAttributeValues: { ':before': version },
});
