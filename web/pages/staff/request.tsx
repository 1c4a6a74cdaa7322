import { lazy, type PageProps } from '../../kit.ts';

/** A request that was found, to be read. */
export default lazy<PageProps>('later/request-desk');
