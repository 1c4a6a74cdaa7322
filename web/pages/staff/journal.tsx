import { lazy, type PageProps } from '../../kit.ts';

/** Who looked at what; for auditors. */
export default lazy<PageProps>('later/journal-desk');
