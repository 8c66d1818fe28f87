/** Test ground: cells without a page around them. */
import { AnnotationStore } from './annotation-store';
import { EventBus } from './event-bus';
import { Layout } from './layout';
import { Marks } from './marks';
import { Menus } from './menus';
import { Messages } from './messages';
import { ReadingRoom } from './reading-room';
import { ReaderSettings } from './settings/reader-settings';
import type { DrawingPorts } from './tool-set';

const drawing = (annotations: AnnotationStore): DrawingPorts => ({
  messages: new Messages(),
  annotations,
  ask: () => Promise.resolve(undefined),
  tell: () => undefined,
  settings: new ReaderSettings(),
});

export function testLayout(bus: EventBus): Layout {
  return new Layout(bus, 'window', drawing(new AnnotationStore()));
}

export function testRoom(bus = new EventBus()): ReadingRoom {
  const marks = new Marks({ bus, openFrames: () => [], goTo: () => undefined });
  return new ReadingRoom(bus, new Menus(document, () => undefined), 'window', drawing(marks.store), marks, document.createElement('div'));
}
