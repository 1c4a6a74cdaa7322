/** A picture that is opened by itself is a document: it may run and load nothing (CSP level 3). */
export const svgHeaders = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'",
} as const;
