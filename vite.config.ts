import path from 'node:path';
import { mergeConfig, type UserConfigFn } from 'vite';
import { readingRoom } from './frontend/reading-room/build';
import { packagesInBrowser } from './packaging/packages-in-browser';
import { overrideVaadinConfig } from './vite.generated';

/** The framework builds its screens; beside them stands the page of the images, which does without the framework. */
const withReadingRoom: UserConfigFn = () =>
  mergeConfig(readingRoom(path.resolve(import.meta.dirname, 'frontend')), packagesInBrowser());

export default overrideVaadinConfig(withReadingRoom);
