/** Scripts, styles and decoders of the page; they say nothing of anybody. */
export const SHELL = 'reading-room-shell';

/** The page itself as it was written for the reader who is logged in. */
export const PAGE = 'reading-room-page';

/** Addresses by which the page and its files are known, whatever study is shown. */
export const PAGE_KEY = '/viewer/';

/** The page that was kept belongs to a reader: it goes when he does. */
export async function forgetPage(): Promise<void> {
  await globalThis.caches?.delete(PAGE);
}
