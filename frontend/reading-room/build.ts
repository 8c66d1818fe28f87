import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, UserConfig } from 'vite';

/** Scripts by their place in the bundle, each with what it brings in. */
type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

const PAGE = 'reading-room';
const FURNISH = 'furnish';
const WORKER = 'reading-room-worker';

/** Builds the page of the images and its service worker, whose name and address never change. */
export function readingRoom(frontend: string): UserConfig {
  return {
    build: {
      rolldownOptions: {
        input: {
          [PAGE]: path.resolve(frontend, `${PAGE}.html`),
          [WORKER]: path.resolve(frontend, PAGE, `${WORKER}.ts`),
        },
        output: {
          entryFileNames: ({ name }) => (name === WORKER ? `${WORKER}.js` : 'VAADIN/build/[name]-[hash].js'),
        },
      },
    },
    plugins: [withoutFormerBuilds(), viewerAtOnce(), listOfFiles()],
  };
}

/** Their files have other names and would stay in the program. */
function withoutFormerBuilds(): Plugin {
  let built = '';
  return {
    name: 'without-former-builds',
    apply: 'build',
    configResolved({ root, build }) {
      built = path.resolve(root, build.outDir, 'VAADIN/build');
    },
    async buildStart() {
      await rm(built, { recursive: true, force: true });
    },
  };
}

/** The page asks for its first questions before the viewer is there; the viewer itself must not wait for them. */
function viewerAtOnce(): Plugin {
  return {
    name: 'reading-room-viewer-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        const furnish = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === FURNISH);
        return furnish?.type === 'chunk' && path.basename(filename) === `${PAGE}.html`
          ? [furnish.fileName, ...furnish.imports]
              .filter((file) => !html.includes(file))
              .map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: file }, injectTo: 'head' }))
          : undefined;
      },
    },
  };
}

/** Writes down what the page may ever load, so that the service worker can fetch it while the server is there. */
function listOfFiles(): Plugin {
  return {
    name: 'reading-room-files',
    generateBundle(_options, bundle) {
      const files = [...scriptsOf(bundle), ...assetsOf(bundle)].sort();
      this.emitFile({ type: 'asset', fileName: `${PAGE}-files.json`, source: JSON.stringify(files) });
    },
  };
}

function scriptsOf(bundle: Bundle): Set<string> {
  const found = new Set<string>();
  const follow = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (chunk?.type === 'chunk' && !found.has(fileName)) {
      found.add(fileName);
      [...chunk.imports, ...chunk.dynamicImports].forEach(follow);
    }
  };
  Object.values(bundle)
    .filter((file) => file.type === 'chunk' && file.isEntry && file.name === PAGE)
    .forEach(({ fileName }) => follow(fileName));
  return found;
}

/** Workers and WASM, of which the bundle does not say who loads them: the screens have none. */
function assetsOf(bundle: Bundle): string[] {
  return Object.values(bundle)
    .filter(({ type, fileName }) => type === 'asset' && /\.(js|wasm|css)$/.test(fileName))
    .map(({ fileName }) => fileName);
}
