import { addressOf, type Address } from './Addresses/Address.js';

export function Header({ view }: { view: Address['view'] }) {
  const links = [
    { title: 'Networks', view: 'start', href: addressOf.start() },
    { title: 'Map', view: 'map', href: addressOf.map(null) },
    { title: 'Predictors', view: 'predictors', href: addressOf.predictors(null) },
  ];
  return (
    <header class="top">
      <a class="brand" href={addressOf.start()}><img src="icon.svg" alt="" width="24" height="24" />NarFormer</a>
      <nav aria-label="Views">
        {links.map(link => <a key={link.title} href={link.href} aria-current={link.view === view ? 'page' : undefined}>{link.title}</a>)}
      </nav>
    </header>
  );
}
