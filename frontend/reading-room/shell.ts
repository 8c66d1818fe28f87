const WORKER = 'reading-room-worker.js';
const SCOPE = 'viewer/';

/**
 * Has the page of the images kept in the browser, so that it opens while the server is away. Browsers without service
 * workers, and pages that came over a network without encryption, do without.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  try {
    const scope = new URL(SCOPE, document.baseURI).pathname;
    await navigator.serviceWorker.register(new URL(WORKER, document.baseURI), { scope, type: 'module' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(location.href);
  } catch (cause) {
    console.warn('The page cannot be kept in this browser.', cause);
  }
}
