/// <reference lib="webworker" />
import { PAGE, PAGE_KEY, SHELL } from './shell-cache';

declare const self: ServiceWorkerGlobalScope;

/** Files with a name that changes whenever they do. */
const FILES = '/VAADIN/build/';
const LIST = 'reading-room-files.json';

/** Not in every browser yet: requests for which the worker need not be woken. */
interface Routing {
  addRoutes?(routes: readonly { condition: { urlPattern: string }; source: 'network' }[]): Promise<void>;
}

/**
 * Answers for the page of the images while the server is away: the page as it came last, and all its files. Images are
 * none of its business (`viewer/answers.ts`).
 */
self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(pastTheWorker(event as InstallEvent & Routing));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** A page that has been shown sends its address: now there is time to keep it and its files. */
self.addEventListener('message', (event) => {
  const address: unknown = event.data;
  if (typeof address === 'string') {
    event.waitUntil(keepAll(address).catch(() => undefined));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') {
    event.respondWith(pageFor(request));
  } else if (new URL(request.url).pathname.startsWith(FILES)) {
    event.respondWith(fileFor(request));
  }
});

type InstallEvent = ExtendableEvent;

async function pastTheWorker(event: Routing): Promise<void> {
  const routes = ['/dicom-web/*', '/api/*'].map((urlPattern) => ({ condition: { urlPattern }, source: 'network' as const }));
  await event.addRoutes?.(routes).catch(() => undefined);
}

/** The page as it is now; as it was last while the server cannot be reached, or is lost in the middle of its answer. */
async function pageFor(request: Request): Promise<Response> {
  try {
    const page = await fetch(request);
    await page.clone().arrayBuffer();
    return page;
  } catch (cause) {
    const kept = await (await caches.open(PAGE)).match(PAGE_KEY);
    if (!kept) {
      throw cause;
    }
    return kept;
  }
}

async function fileFor(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(request.url)) ?? fetch(request);
}

async function keepAll(address: string): Promise<void> {
  await keepFiles();
  await keepPage(address);
}

/** Only a page for a reader who is logged in: others are led to the login. */
async function keepPage(address: string): Promise<void> {
  const page = await fetch(address, { redirect: 'error' });
  if (page.ok) {
    await (await caches.open(PAGE)).put(PAGE_KEY, page);
  }
}

/** Fetches what is missing, and drops what an older program left. */
async function keepFiles(): Promise<void> {
  const root = new URL('./', self.location.href);
  const list = (await (await fetch(new URL(LIST, root))).json()) as string[];
  const wanted = new Set(list.map((file) => new URL(file, root).href));
  const shell = await caches.open(SHELL);
  const kept = new Set((await shell.keys()).map(({ url }) => url));
  await Promise.all([...kept].filter((url) => !wanted.has(url)).map((url) => shell.delete(url)));
  await shell.addAll([...wanted].filter((url) => !kept.has(url)));
}
