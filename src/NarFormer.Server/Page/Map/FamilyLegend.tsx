interface Properties {
  readonly families: readonly { readonly family: string; readonly count: number; readonly colour: string }[];
  readonly chosen: string | null;
  readonly onChoose: (family: string | null) => void;
}

/** The colours of families; choosing one fades the others. */
export const FamilyLegend = ({ families, chosen, onChoose }: Properties) => (
  <ul class="chips families" aria-label="Families">
    {families.map(({ family, count, colour }) => (
      <li key={family}>
        <button type="button" aria-pressed={family === chosen} onClick={() => onChoose(family === chosen ? null : family)}>
          <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill={colour} /></svg>{family} <span class="number">{count}</span>
        </button>
      </li>
    ))}
  </ul>
);
