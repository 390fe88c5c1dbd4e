// Shows a page again, at the same place, when it is no longer what was shown; a tab that nobody sees does not listen.
const { seen } = document.currentScript.dataset;
let news;
const listen = () => {
  news?.close();
  if (document.hidden) return;
  news = new EventSource(`/__voorbeeld?${new URLSearchParams({ page: location.pathname, seen })}`);
  news.onmessage = () => location.reload();
};
document.addEventListener("visibilitychange", listen);
listen();
