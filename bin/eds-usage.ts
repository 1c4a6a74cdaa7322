export const usage = `npm run -s eds -- verify --cms FILE [--content FILE] [--anchors DIR[=PURPOSE+…]…] [--certificates DIR] [--crls DIR]
                      [--ocsp FILE…] [--at TIME] [--profile kz-nca|demo|test] [--iin IIN] [--bin BIN] [--role ROLE]
                      [--purpose signature|authentication] [--language en|ru|kk] [--keep FILE] [--json]
npm run -s eds -- verify --evidence FILE [--language en|ru|kk] [--json]
npm run -s eds -- inspect FILE
npm run -s eds -- path    one JSON a line on standard input, one a line back (docs/eds.md)
npm run -s eds -- raw     the same for signatures alone

Files are DER, PEM or base64. Every certificate in an anchors' directory is pinned, for persons,
timestamps and revocation unless purposes are named. --keep writes the evidence, from which
--evidence gives the same report offline. Exit: 0 passed, 1 failed, 2 indeterminate, 64 usage.
`;

/** The command line itself is wrong; nothing was verified. */
export class UsageError extends Error {}
