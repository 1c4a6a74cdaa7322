import { fetchOctets } from './fetch-octets.ts';

/** Limits for a source in seconds and bytes; the largest lists of the national authority have a tenth of this. */
export const FETCH_SECONDS = 20;
export const CRL_BYTES = 32 * 1024 * 1024;

/** The list at a configured address. Without an answer the stored list stays in use while it is fresh. */
export const fetchCrl = (url: string, { seconds = FETCH_SECONDS, bytes = CRL_BYTES } = {}) =>
  fetchOctets(url, { seconds, bytes });
