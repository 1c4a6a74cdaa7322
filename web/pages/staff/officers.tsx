import { lazy, type PageProps } from '../../kit.ts';

/** The officers of an office and who of them may sign; for its head. */
export default lazy<PageProps>('later/officers-desk');
