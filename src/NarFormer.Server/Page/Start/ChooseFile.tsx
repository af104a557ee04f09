import { useRef } from 'preact/hooks';
import { incoming, useAddition } from './Addition.js';

/** A button that opens the system's file dialog. */
export function ChooseFile({ title, beside, prominent = false }: { title: string; beside?: string; prominent?: boolean }) {
  const { add } = useAddition();
  const field = useRef<HTMLInputElement>(null);
  const chosen = (): void => {
    const files = [...(field.current?.files ?? [])].map(incoming);
    if (files.length > 0) add(files, beside);
    if (field.current) field.current.value = '';
  };
  return (
    <>
      <button type="button" class={prominent ? 'prominent' : ''} onClick={() => field.current?.click()}>{title}</button>
      <input ref={field} hidden type="file" accept=".onnx" multiple={beside === undefined} aria-label={`${title}: file`} onChange={chosen} />
    </>
  );
}
