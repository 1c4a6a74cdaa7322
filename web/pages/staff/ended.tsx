import { lazy, type PageProps } from '../../kit.ts';

/** What the office has finished. */
export default lazy<PageProps>('later/ended-desk');
