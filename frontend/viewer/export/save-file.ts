/** The browser puts it where the reader's downloads go, under a name that it may make unique. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; the memory is needed no longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export type PictureFormat = 'png' | 'jpeg';

/** Of what a picture is worth when it is made smaller for sending. */
const JPEG_QUALITY = 0.92;

export function encoded(canvas: HTMLCanvasElement, format: PictureFormat): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('The picture is too large.')));
    canvas.toBlob(take, `image/${format}`, JPEG_QUALITY);
  });
}

/** Browsers let pages write pictures only over a safe connection, and some not at all. */
export function canCopyPictures(): boolean {
  return isSecureContext && typeof ClipboardItem !== 'undefined' && typeof navigator.clipboard?.write === 'function';
}

/** Given as a promise, since some browsers count only what is asked at once as asked by the reader. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
