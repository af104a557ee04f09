import { useEffect, useState } from 'preact/hooks';
import { useAddress } from '../Addresses/useAddress.js';
import { incoming, useAddition } from './Addition.js';

/** The whole window takes files. While a network is shown, they can be put beside it. */
export function DropWindow() {
  const { add } = useAddition();
  const address = useAddress();
  const [over, setOver] = useState(false);
  const shown = address.view === 'network' ? address.hash : undefined;

  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const beside = event.target instanceof Element && event.target.closest('[data-beside]') !== null ? shown : undefined;
      add([...(event.dataTransfer?.files ?? [])].map(incoming), beside);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [add, shown]);

  if (!over) return null;
  return (
    <div class="drop-window">
      <div class="drop-zone">Drop to open</div>
      {shown !== undefined && <div class="drop-zone" data-beside>Drop to compare with this network</div>}
    </div>
  );
}
