/** Says that something is being loaded; appears only when that takes a while. */
export const Waiting = ({ what }: { what: string }) => <p class="waiting" role="status">{what}</p>;
