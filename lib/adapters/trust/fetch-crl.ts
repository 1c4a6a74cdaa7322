import { fetchOctets } from './fetch-octets.ts';

/** Seconds that a source may take, and bytes that it may send: the largest lists of the national authority are a tenth. */
export const FETCH_SECONDS = 20;
export const CRL_BYTES = 32 * 1024 * 1024;

/** The list behind a configured address. Without one the list at hand serves on while it is fresh. */
export const fetchCrl = (url: string, { seconds = FETCH_SECONDS, bytes = CRL_BYTES } = {}) =>
  fetchOctets(url, { seconds, bytes });
