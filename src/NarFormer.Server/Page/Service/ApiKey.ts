const slot = 'narformer-key';

/** The key of a service that asks for one. It is kept until the tab is closed. */
export class ApiKey {
  get value(): string | null {
    return sessionStorage.getItem(slot);
  }

  set(value: string): void {
    sessionStorage.setItem(slot, value);
  }
}
