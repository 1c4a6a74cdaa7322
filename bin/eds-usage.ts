export const usage = `npm run -s eds -- verify --cms FILE [--content FILE] [--anchors DIR[=PURPOSE+…]…] [--certificates DIR] [--crls DIR]
                      [--ocsp FILE…] [--at TIME] [--profile kz-nca|demo|test] [--iin IIN] [--bin BIN] [--role ROLE]
                      [--purpose signature|authentication] [--language en|ru|kk] [--keep FILE] [--json]
npm run -s eds -- verify --evidence FILE [--language en|ru|kk] [--json]
npm run -s eds -- extend --out FILE --tsp URL… [--responder URL…] [--archive] and the options of verify
npm run -s eds -- card CARD.pdf [--anchors DIR[=PURPOSE+…]]… [--certificates DIR] [--crls DIR] [--at TIME] [--json]
npm run -s eds -- card --make DOCUMENT SIGNATURE… --out CARD.pdf --language ru|kk [--pages all|information] and the options of card
npm run -s eds -- serve --anchors DIR[=PURPOSE+…]… [--certificates DIR] [--crls DIR] [--responder URL…] [--profile NAME]
                      [--purpose signature|authentication] [--host 127.0.0.1] [--port 14579]
npm run -s eds -- inspect FILE
npm run -s eds -- path    one JSON a line on standard input, one a line back (docs/eds.md)
npm run -s eds -- raw     the same for signatures alone

Files are DER, PEM or base64. Every certificate in an anchors' directory is pinned, for persons,
timestamps and revocation unless purposes are named. --keep writes the evidence, from which
--evidence gives the same report offline. extend adds a timestamp, answers, lists and certificates to
a signature that passes, so that it passes with the anchors alone and after its certificate. --archive adds an archive
timestamp instead, before the earlier timestamps end. card checks a card of an electronic document as a whole, or makes
one of signatures that were extended. serve answers over HTTP, with NCANode's calls that verify (docs/eds-service.md). Exit: 0 passed, 1 failed, 2 indeterminate, 64 usage.
`;

/** The command line itself is wrong; nothing was verified. */
export class UsageError extends Error {}
