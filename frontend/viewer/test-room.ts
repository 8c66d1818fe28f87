/** Test ground: cells without a page around them. */
import { EventBus } from './event-bus';
import { Layout } from './layout';
import { Marks } from './marks';
import { Menus } from './menus';
import { Messages } from './messages';
import { ReadingRoom } from './reading-room';
import type { DrawingPorts } from './tool-set';

export function testLayout(bus: EventBus): Layout {
  return new Layout(bus, 'window', drawingOn(testMarks(bus)));
}

export function testRoom(bus = new EventBus()): ReadingRoom {
  const marks = testMarks(bus);
  return new ReadingRoom(bus, new Menus(document, () => undefined), 'window', drawingOn(marks), marks);
}

function testMarks(bus: EventBus): Marks {
  return new Marks({ bus, openFrames: () => [], goTo: () => undefined });
}

function drawingOn({ store: annotations }: Marks): DrawingPorts {
  return { messages: new Messages(), annotations, ask: () => Promise.resolve(undefined), tell: () => undefined };
}
