interface Properties {
  readonly operators: Readonly<Record<string, number>>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The operators by how often they occur; choosing one highlights its nodes. */
export function OperatorChips({ operators, text, onText }: Properties) {
  const sorted = Object.entries(operators).toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return (
    <ul class="chips" aria-label="Operators">
      {sorted.map(([operator, count]) => {
        const pressed = text.toLowerCase() === operator.toLowerCase();
        return (
          <li key={operator}>
            <button type="button" aria-pressed={pressed} onClick={() => onText(pressed ? '' : operator)}>{operator} <span class="number">{count}</span></button>
          </li>
        );
      })}
    </ul>
  );
}
