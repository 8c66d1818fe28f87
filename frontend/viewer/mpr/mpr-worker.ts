import { MprDesk } from './mpr-desk';
import type { MprAnswer, MprRequest } from './mpr-message';

/** What a worker has that a page has not. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<MprRequest>) => void) | null;
  postMessage(answer: MprAnswer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

/** Lets messages in that have come meanwhile: a timer would wait for 4 ms each time. */
const { port1, port2 } = new MessageChannel();

const desk = new MprDesk(
  (answer) => scope.postMessage(answer, answer.type === 'plane' ? [answer.indices.buffer] : []),
  () => port1.postMessage(undefined),
);

port2.onmessage = () => desk.work();
scope.onmessage = ({ data }) => desk.take(data);
