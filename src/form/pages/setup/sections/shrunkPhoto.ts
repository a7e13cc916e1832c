import { mostOfPhoto } from "#lead/station/station.ts";

/** Width in pixels and quality, the best first. */
const tries = [
  [1280, 0.7],
  [1280, 0.5],
  [1024, 0.5],
  [1024, 0.35],
  [800, 0.35],
  [640, 0.3],
] as const;

/**
 * Returns a picture as a data URL that a station can hold: drawn again, so without the place and time that a camera
 * writes into its files. Rejects when the file is no picture.
 */
export async function shrunkPhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  try {
    for (const [most, quality] of tries) {
      const wide = Math.min(most, picture.width);
      const canvas = document.createElement("canvas");
      canvas.width = wide;
      canvas.height = Math.max(1, Math.round((picture.height * wide) / picture.width));
      canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      // A browser that cannot write WebP returns a PNG.
      const webp = canvas.toDataURL("image/webp", quality);
      const photo = webp.startsWith("data:image/webp") ? webp : canvas.toDataURL("image/jpeg", quality);
      if (photo.length <= mostOfPhoto) return photo;
    }
  } finally {
    picture.close();
  }
  throw new Error("too large");
}
