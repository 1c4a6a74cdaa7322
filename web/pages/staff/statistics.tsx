import { lazy, type PageProps } from '../../kit.ts';

/** Statistics of the office, or of offices. */
export default lazy<PageProps>('later/statistics-desk');
