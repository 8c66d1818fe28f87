import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, UserConfig } from 'vite';

/** File in the program that names every npm package of which something reaches the browser. */
const LIST = 'packages-in-browser.json';
const PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** For the list of licences: packages that the screens, the viewer or their workers are built of. */
export function packagesInBrowser(): UserConfig {
  const folders = new Map<string, string>();
  // Workers are bundles of their own, made while the bundle that asks for them is.
  return { plugins: [notice(folders), writeDown(folders)], worker: { plugins: () => [notice(folders)] } };
}

function notice(folders: Map<string, string>): Plugin {
  return {
    name: 'packages-in-browser',
    apply: 'build',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const [, folder, name] = PACKAGE.exec(id.replaceAll('\\', '/').replace(/^\0+/, '')) ?? [];
        if (folder && name) folders.set(name, folder);
      }
    },
  };
}

function writeDown(folders: Map<string, string>): Plugin {
  return {
    name: 'packages-in-browser-list',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify([...folders].sort().map(([name, folder]) => ({ name, version: version(folder) })));
      this.emitFile({ type: 'asset', fileName: LIST, source });
    },
  };
}

function version(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
