import { useEffect, useState } from 'preact/hooks';
import type { Diagram } from './Diagram.js';
import { boxHeight, boxWidths, fontsLoaded } from './Drawing/Fonts.js';
import type { Dag, Laid } from './Layout/Dag.js';
import { Scene } from './Scene.js';

/** Lays the diagram out in a worker, so that the page stays alive; null while that takes its time. */
export function useLayout(diagram: Diagram): Scene | 'failed' | null {
  const [scene, setScene] = useState<Scene | 'failed' | null>(null);
  useEffect(() => {
    setScene(null);
    const worker = new Worker('layout.js', { type: 'module' });
    worker.onerror = () => setScene('failed');
    let wanted = true;
    void fontsLoaded().then(() => {
      if (!wanted) return;
      const dag: Dag = { widths: boxWidths(diagram.boxes), height: boxHeight, edges: diagram.links };
      performance.mark('layout-begins');
      worker.onmessage = (message: MessageEvent<Laid>) => {
        performance.measure('layout', 'layout-begins');
        setScene(new Scene(diagram, dag, message.data));
        worker.terminate();
      };
      worker.postMessage(dag);
    });
    return () => {
      wanted = false;
      worker.terminate();
    };
  }, [diagram]);
  return scene;
}
