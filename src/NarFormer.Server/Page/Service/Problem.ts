/** Why the service did not answer, in words for the person at the page. */
export class Problem extends Error {
  constructor(readonly status: number, readonly title: string, readonly detail: string, readonly retryAfter: number | null = null) {
    super(detail === '' ? title : `${title}: ${detail}`);
  }

  /** Whether the same request may succeed later. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500;
  }

  static offline(): Problem {
    return new Problem(0, 'The service does not answer', 'It may have been stopped, or the connection is gone. Nothing was lost.');
  }

  static async of(response: Response): Promise<Problem> {
    const body = await details(response);
    const after = Number(response.headers.get('Retry-After') ?? NaN);
    const retryAfter = Number.isFinite(after) ? after : null;
    const title = titles[response.status] ?? body.title ?? `The service answered ${response.status}`;
    return new Problem(response.status, title, body.detail ?? fallbacks[response.status] ?? '', retryAfter);
  }
}

const titles: Readonly<Record<number, string>> = {
  401: 'This service asks for a key',
  404: 'Not in the store',
  413: 'This file is too large',
  422: 'This is not a network that can be read',
  429: 'The service is busy',
};

const fallbacks: Readonly<Record<number, string>> = {
  401: 'Enter the key that you were given.',
  404: 'The service knows nothing under this address.',
  413: 'Only the graph is needed: export the network with external weights and drop the .onnx file alone.',
  429: 'Try again in a moment.',
};

async function details(response: Response): Promise<{ title?: string; detail?: string }> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
