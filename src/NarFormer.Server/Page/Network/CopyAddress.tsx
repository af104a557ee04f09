import { useState } from 'preact/hooks';

/** Puts the address of this view on the clipboard. */
export function CopyAddress() {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('Copied');
    } catch {
      setSaid('Copy the address bar');
    }

    setTimeout(() => setSaid(''), 2500);
  };
  return (
    <div class="copy">
      <span role="status">{said}</span>
      <button type="button" onClick={() => void copy()}>Copy link</button>
    </div>
  );
}
