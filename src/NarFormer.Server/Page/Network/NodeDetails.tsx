import { useId } from 'preact/hooks';
import { quantityIn } from '../Figures/AnswerQuantity.js';
import { bytes, count, percent, text } from '../Figures/Quantity.js';
import { shapeText } from '../Figures/Shape.js';
import type { Graph, GraphNode, Tensor } from '../Service/Types.js';

interface Properties {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly onSelect: (node: number | null) => void;
}

/** Attributes, tensors and cost of one node; its neighbours are one step away. */
export function NodeDetails({ node, graph, onSelect }: Properties) {
  const heading = useId();
  const makers = new Map(graph.edges.filter(edge => edge.to === node.id).map(edge => [edge.tensor, edge.from]));
  const readers = (tensor: Tensor): number[] => graph.edges.filter(edge => edge.from === node.id && edge.tensor === tensor.name).map(edge => edge.to);
  const link = (id: number) => <button type="button" class="link" key={id} onClick={() => onSelect(id)}>{graph.nodes[id]!.operator} {graph.nodes[id]!.name}</button>;
  const attributes = Object.entries(node.attributes);
  return (
    <section class="details" aria-labelledby={heading}>
      <div class="heading">
        <h2 id={heading}>{node.operator}</h2>
        <button type="button" class="dismiss" aria-label="Close the details" onClick={() => onSelect(null)}>×</button>
      </div>
      <p class="name">{node.name}</p>
      <dl class="figures small">
        {graph.explanation !== null && node.predicted !== null && <div><dt>Predicted</dt><dd>{text(quantityIn(graph.explanation, node.predicted))}</dd></div>}
        <div><dt>Share</dt><dd>{percent(node.share)}</dd></div>
        <div><dt>MACs</dt><dd>{text(count(node.macs))}</dd></div>
        <div><dt>Parameters</dt><dd>{text(count(node.params))}</dd></div>
        <div><dt>Bytes moved</dt><dd>{text(bytes(node.bytes))}</dd></div>
      </dl>
      {attributes.length > 0 && (
        <>
          <h3>Attributes</h3>
          <dl class="attributes">{attributes.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        </>
      )}
      <h3>Inputs</h3>
      <ul class="tensors">
        {node.inputs.map((tensor, i) => (
          <li key={`${i} ${tensor.name}`}><TensorText tensor={tensor} />{makers.has(tensor.name) && <span class="from">from {link(makers.get(tensor.name)!)}</span>}</li>
        ))}
      </ul>
      <h3>Outputs</h3>
      <ul class="tensors">
        {node.outputs.map((tensor, i) => (
          <li key={`${i} ${tensor.name}`}><TensorText tensor={tensor} />{readers(tensor).length > 0 && <span class="from">to {readers(tensor).map(link)}</span>}</li>
        ))}
      </ul>
    </section>
  );
}

const TensorText = ({ tensor }: { tensor: Tensor }) => <><code>{tensor.type} {shapeText(tensor.shape)}</code> <span class="name">{tensor.name}</span></>;
