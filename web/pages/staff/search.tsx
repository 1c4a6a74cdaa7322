import { lazy, type PageProps } from '../../kit.ts';

/** Requests by number, IIN or name; for employees and auditors. */
export default lazy<PageProps>('later/search-desk');
