import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Client } from './Client.js';

const context = createContext<Client | null>(null);

export const ClientProvider = context.Provider;

export function useClient(): Client {
  const client = useContext(context);
  if (client === null) throw new Error('no client is provided');
  return client;
}
