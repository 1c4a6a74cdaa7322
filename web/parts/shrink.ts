/** Pixels of the longer side: an A4 page at 230 dots an inch. */
const LONGEST = 2700;
/** A picture of fewer bytes is not changed. */
const ENOUGH = 1_500_000;

/**
 * A photograph, reduced to the size that its text needs; the file itself if it is small, or would not become smaller.
 */
export async function shrink(file: File): Promise<File> {
  if (!/^image\/(?:jpeg|png)$/.test(file.type) || file.size <= ENOUGH) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  return made && made.size < file.size
    ? new File([made], file.name.replace(/\.\w+$/, '.jpg'), { type: made.type })
    : file;
}
