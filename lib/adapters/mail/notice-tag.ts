/** Name of the message tag with which SES later says which mail came back. */
export const NOTICE_TAG = 'notice';

/** Values of tags may only have letters, digits, `-` and `_`; ids of notices have colons. */
export const tagOfNotice = (id: string): string => Buffer.from(id).toString('base64url');

export const noticeOfTag = (tag: string): string => Buffer.from(tag, 'base64url').toString();
