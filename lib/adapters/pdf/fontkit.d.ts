/** What is used of pdfkit's font reader, which brings no types. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(code: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
