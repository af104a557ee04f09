import { useTitle } from '../Parts/useTitle.js';
import { AdditionStatus } from './AdditionStatus.js';
import { ChooseFile } from './ChooseFile.js';
import { Samples } from './Samples.js';
import { StoredNetworks } from './StoredNetworks.js';

export function StartView() {
  useTitle('NarFormer');
  return (
    <div class="start">
      <section class="ask">
        <h1>How long does your network run?</h1>
        <p class="lead">Drop an ONNX file anywhere on this page. Its graph is read, never run, and weights need not be in it.</p>
        <div class="drop-here">
          <ChooseFile title="Choose an ONNX file" prominent />
          <span class="or">or drop it here; two at once are compared</span>
        </div>
        <AdditionStatus />
        <Samples />
      </section>
      <StoredNetworks />
    </div>
  );
}
