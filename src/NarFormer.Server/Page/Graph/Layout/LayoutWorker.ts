import type { Dag } from './Dag.js';
import { layOut } from './Layout.js';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = (message: MessageEvent<Dag>) => self.postMessage(layOut(message.data));
