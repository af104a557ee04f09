import { ApiKey } from './ApiKey.js';
import { Problem } from './Problem.js';
import type { Graph, MapPoint, Network, NetworkList, Platform, PredictedError, PredictorCard, Sample, SimilarNetwork } from './Types.js';

/** The service's addresses, one method each. Every method throws a {@link Problem} when there is no answer. */
export class Client {
  readonly key = new ApiKey();

  network(hash: string, signal: AbortSignal): Promise<Network> {
    return this.#json(`v1/networks/${encodeURIComponent(hash)}`, { signal });
  }

  graph(hash: string, signal: AbortSignal): Promise<Graph> {
    return this.#json(`v1/networks/${encodeURIComponent(hash)}/graph`, { signal });
  }

  similar(hash: string, signal: AbortSignal): Promise<SimilarNetwork[]> {
    return this.#json(`v1/networks/${encodeURIComponent(hash)}/similar?count=10`, { signal });
  }

  networks(search: string, offset: number, count: number, signal: AbortSignal): Promise<NetworkList> {
    return this.#json(`v1/networks?${new URLSearchParams({ offset: String(offset), count: String(count), search })}`, { signal });
  }

  platforms(signal: AbortSignal): Promise<Platform[]> {
    return this.#json('v1/platforms', { signal });
  }

  predictors(signal: AbortSignal): Promise<PredictorCard[]> {
    return this.#json('v1/predictors', { signal });
  }

  errors(predictor: string, signal: AbortSignal): Promise<PredictedError[]> {
    return this.#json(`v1/predictors/${encodeURIComponent(predictor)}/errors`, { signal });
  }

  map(predictor: string, signal: AbortSignal): Promise<MapPoint[]> {
    return this.#json(`v1/map?${new URLSearchParams({ predictor })}`, { signal });
  }

  samples(signal: AbortSignal): Promise<Sample[]> {
    return this.#json('v1/samples', { signal });
  }

  async sample(name: string, signal: AbortSignal): Promise<Blob> {
    return (await this.#fetch(`v1/samples/${encodeURIComponent(name)}`, { signal })).blob();
  }

  add(name: string, file: Blob, signal: AbortSignal): Promise<Network> {
    const headers = { 'Content-Type': 'application/octet-stream' };
    return this.#json(`v1/networks?${new URLSearchParams({ name })}`, { method: 'POST', body: file, headers, signal });
  }

  async #json<T>(path: string, request: RequestInit): Promise<T> {
    const response = await this.#fetch(path, request);
    return (await response.json()) as T;
  }

  async #fetch(path: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('Accept', 'application/json, application/problem+json, application/octet-stream');
    const key = this.key.value;
    if (key !== null) headers.set('X-Api-Key', key);
    let response: Response;
    try {
      response = await fetch(path, { ...request, headers });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw Problem.offline();
    }

    if (!response.ok) throw await Problem.of(response);
    return response;
  }
}
