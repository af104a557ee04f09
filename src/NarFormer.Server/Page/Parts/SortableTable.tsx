import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';

export interface Column<Row> {
  readonly title: string;
  readonly hint?: string;
  readonly value: (row: Row) => number | string;
  readonly show?: (row: Row) => ComponentChildren;
  /** Left out on narrow screens. */
  readonly minor?: boolean;
}

interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

interface Properties<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly sorting?: Sorting | null;
  readonly current?: (row: Row) => boolean;
  readonly page?: number;
}

/** A table whose columns sort it. Long tables show their first rows and more when asked. */
export function SortableTable<Row>({ caption, columns, rows, keyOf, sorting: initial = null, current, page = 50 }: Properties<Row>) {
  const [sorting, setSorting] = useState<Sorting | null>(initial);
  const [pages, setPages] = useState(1);
  const sorted = useMemo(() => sort(rows, columns, sorting), [rows, sorting]);
  const shown = sorted.slice(0, page * pages);
  const numeric = columns.map(column => rows.length > 0 && typeof column.value(rows[0]!) === 'number');
  const choose = (column: number): void =>
    setSorting(sorting?.column === column ? { column, descending: !sorting.descending } : { column, descending: numeric[column]! });

  return (
    <div class="table">
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={column.title} scope="col" class={classOf(numeric[i]!, column)} aria-sort={order(sorting, i)}>
                <button type="button" title={column.hint} onClick={() => choose(i)}>{column.title}</button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr key={keyOf(row)} aria-current={current?.(row) ? 'true' : undefined}>
              {columns.map((column, i) => <td key={column.title} class={classOf(numeric[i]!, column)}>{column.show ? column.show(row) : column.value(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" class="more" onClick={() => setPages(pages * 4)}>Show more ({rows.length - shown.length} left)</button>
      )}
    </div>
  );
}

const classOf = (numeric: boolean, column: { minor?: boolean }): string => `${numeric ? 'number' : ''} ${column.minor ? 'minor' : ''}`.trim();

const order = (sorting: Sorting | null, column: number): 'ascending' | 'descending' | 'none' =>
  sorting?.column !== column ? 'none' : sorting.descending ? 'descending' : 'ascending';

function sort<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const column = sorting === null ? undefined : columns[sorting.column];
  if (column === undefined) return rows;
  const sign = sorting!.descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(column.value(a), column.value(b)));
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return (Number.isNaN(a) ? -Infinity : a) - (Number.isNaN(b) ? -Infinity : b) || 0;
  return String(a).localeCompare(String(b), 'en');
}
