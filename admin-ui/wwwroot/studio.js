// The page around Elsa Studio: starts one custom element, follows its navigation, and says what Studio keeps silent about.
(() => {
  const main = document.getElementById('studio');
  const alert = document.getElementById('studio-alert');
  const { element: name, idAttribute, id, source, token, culture } = main.dataset;
  const api = new URL('/elsa/api', location.href).href;
  localStorage.setItem('BlazorCulture', culture);

  // Studio has no router: it only changes the address. A document holds one element, so another path is another page.
  const here = location.pathname;
  const follow = () => { if (location.pathname !== here) location.reload(); };
  const push = history.pushState.bind(history);
  history.pushState = (...to) => { push(...to); follow(); };
  addEventListener('popstate', follow);

  // Studio shows only refusals with status 400. After any other failed write the user would believe that it was saved.
  const say = text => { alert.textContent = text; alert.hidden = !text; };
  const meaning = status => status === 401 ? alert.dataset.signedOut : status === 403 ? alert.dataset.refused : alert.dataset.unsaved;
  const fetchAnyhow = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : input.url ?? String(input);
    const isWrite = (init?.method ?? input.method ?? 'GET') !== 'GET';
    if (!address.startsWith(api)) return fetchAnyhow(input, init);
    try {
      const answer = await fetchAnyhow(input, init);
      if (answer.status === 401 || (isWrite && !answer.ok && answer.status !== 400 && answer.status !== 404)) say(meaning(answer.status));
      else if (isWrite && answer.ok) say('');
      return answer;
    } catch (failure) {
      if (isWrite && failure.name !== 'AbortError') say(alert.dataset.unsaved);
      throw failure;
    }
  };

  const open = path => location.assign(new URL(path, document.baseURI));
  const callbacks = {
    editWorkflowDefinition: definition => open(`workflows/definitions/${encodeURIComponent(definition)}/edit`),
    viewWorkflowInstance: instance => open(`workflows/instances/${encodeURIComponent(instance)}/view`),
  };

  // An editor of something that is not there, or not allowed, would stay empty without a word.
  const isThere = async () => {
    if (!source) return true;
    const answer = await fetchAnyhow(`${api}/${source.replace('{id}', encodeURIComponent(id))}`);
    if (!answer.ok) say(answer.status === 404 ? alert.dataset.missing : meaning(answer.status));
    return answer.ok;
  };

  // Attributes are read once, callbacks only from an element that is made after its definition.
  const start = async () => {
    const [isFound] = await Promise.all([isThere(), customElements.whenDefined(name)]);
    document.getElementById('studio-wait').remove();
    main.setAttribute('aria-busy', 'false');
    if (!isFound) return;
    const studio = document.createElement(name);
    studio.setAttribute('remote-endpoint', api);
    studio.setAttribute('tenant-id-header-name', 'X-CSRF');
    studio.setAttribute('tenant-id', token);
    if (idAttribute) studio.setAttribute(idAttribute, id);
    Object.assign(studio, callbacks);
    main.append(studio);
  };
  start();
})();
