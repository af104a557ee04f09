import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useAddress } from './Addresses/useAddress.js';
import type { Address } from './Addresses/Address.js';
import { CompareView } from './Comparison/CompareView.js';
import { MapView } from './Map/MapView.js';
import { NetworkView } from './Network/NetworkView.js';
import { PredictorsView } from './Predictors/PredictorsView.js';
import { Footer } from './Footer.js';
import { Header } from './Header.js';
import { Client } from './Service/Client.js';
import { ClientProvider } from './Service/ClientContext.js';
import { StartView } from './Start/StartView.js';
import { DropWindow } from './Start/DropWindow.js';
import { AdditionProvider } from './Start/Addition.js';

export function App() {
  const client = useMemo(() => new Client(), []);
  const address = useAddress();
  const main = useRef<HTMLElement>(null);
  const seen = useRef(JSON.stringify(address));

  // A new view begins at its top, for eyes and for screen readers.
  useEffect(() => {
    const now = JSON.stringify(address);
    if (seen.current === now) return;
    seen.current = now;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [JSON.stringify(address)]);

  return (
    <ClientProvider value={client}>
      <AdditionProvider>
        <a class="skip" href="#main" onClick={event => { event.preventDefault(); main.current?.focus(); }}>Skip to the content</a>
        <Header view={address.view} />
        <main id="main" ref={main} tabIndex={-1}><View address={address} /></main>
        <Footer />
        <DropWindow />
      </AdditionProvider>
    </ClientProvider>
  );
}

function View({ address }: { address: Address }) {
  switch (address.view) {
    case 'start': return <StartView />;
    case 'network': return <NetworkView key={address.hash} hash={address.hash} />;
    case 'compare': return <CompareView key={`${address.left} ${address.right}`} left={address.left} right={address.right} />;
    case 'map': return <MapView predictor={address.predictor} />;
    case 'predictors': return <PredictorsView name={address.name} />;
    case 'unknown': return <div class="notice"><h2>There is nothing at this address</h2><p><a href="#/">Go to the start</a></p></div>;
  }
}
