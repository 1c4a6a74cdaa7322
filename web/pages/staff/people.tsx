import { lazy, type PageProps } from '../../kit.ts';

/** The people of the offices; for administrators. */
export default lazy<PageProps>('later/people-desk');
