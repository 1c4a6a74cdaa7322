/** Name of the message tag by which SES says later which mail came back. */
export const NOTICE_TAG = 'notice';

/** Values of tags have letters, digits, `-` and `_` only; ids of notices have colons. */
export const tagOfNotice = (id: string): string => Buffer.from(id).toString('base64url');

export const noticeOfTag = (tag: string): string => Buffer.from(tag, 'base64url').toString();
