import path from 'node:path';
import type { UserConfigFn } from 'vite';
import { readingRoom } from './frontend/reading-room/build';
import { overrideVaadinConfig } from './vite.generated';

/** The framework builds its screens; beside them stands the page of the images, which does without the framework. */
const withReadingRoom: UserConfigFn = () => readingRoom(path.resolve(import.meta.dirname, 'frontend'));

export default overrideVaadinConfig(withReadingRoom);
