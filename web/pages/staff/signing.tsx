import { lazy, type PageProps } from '../../kit.ts';

/** Several documents that one person signs at once. */
export default lazy<PageProps>('later/signing-desk');
