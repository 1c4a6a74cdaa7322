/** A picture opened on its own is a document: this policy lets it run and load nothing (CSP level 3). */
export const svgHeaders = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'",
} as const;
