export const Footer = () => (
  <footer class="bottom">
    <a href="openapi/v1.json">Interface for programs</a>
    <a href="licences.txt">Licences</a>
  </footer>
);
