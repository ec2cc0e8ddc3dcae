  // --- start ---

  const root = document.documentElement;
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const repaint = () => {
    byId("theme").setAttribute("aria-pressed", isDark());
    readPaint();
    drawSoon();
  };
  const kept = remembered("orgspec-theme");
  if (kept === "dark" || kept === "light") root.dataset.theme = kept;

  // Drawn at once: whoever looks between the new size and the next picture, a screenshot say, must find the lines at
  // their cards. On paper the stage has no size, and the chart of the window stays as it is.
  const resize = () => {
    const { width, height } = stage.getBoundingClientRect();
    if (!width || !height) return;
    room = { wide: width, tall: height };
    if (isAtHome()) goHome(LEGIBLE);
    drawNow();
  };
  const fromAddress = () => {
    let address = location.hash.slice(1);
    try { address = decodeURI(address); } catch { /* as it stands */ }
    return address !== "" && goTo(address, { middle: true, details: true, focus: document.activeElement === document.body });
  };
  const begin = () => {
    readPaint();
    fitAgain();
    rebuildCards();
    resize();
    if (!known) unfoldLegible();
    goHome(LEGIBLE);
    drawNow();
    fromAddress();
    root.classList.add("ready");
    fitAhead(0);
  };
  // The texts of folded cards are fitted and those to search put together while nothing else happens.
  const fitAhead = (from) => {
    if (!globalThis.requestIdleCallback) return;
    if (from >= posts.length) { requestIdleCallback(searched); return; }
    requestIdleCallback((idle) => {
      let at = from;
      while (at < posts.length && idle.timeRemaining() > 1) fit(posts[at++]);
      fitAhead(at);
    });
  };

  byId("app").hidden = false;
  const known = recall();
  layer.addEventListener("keydown", onKey);
  addEventListener("keydown", onPageKey);
  stage.addEventListener("pointerdown", onDown);
  stage.addEventListener("pointermove", onMove);
  stage.addEventListener("pointerup", onUp);
  stage.addEventListener("pointercancel", onUp);
  stage.addEventListener("wheel", onWheel, { passive: false });
  stage.addEventListener("click", onClick);
  stage.addEventListener("scroll", () => stage.scrollTo(0, 0)); // a focus must not scroll what the view moves
  layer.addEventListener("focusin", (event) => {
    const post = posts[Number(event.target.id.slice(5))];
    if (post && post !== current) { current = post; drawSoon(); }
  });
  query.addEventListener("input", showHits);
  query.addEventListener("keydown", onQueryKey);
  query.addEventListener("focus", () => { if (query.value) showHits(); });
  query.addEventListener("blur", () => closeHits());
  hits.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
  hits.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) take([...hits.children].indexOf(item));
  });
  byId("details").addEventListener("click", (event) => {
    const button = event.target.closest("button[data-address]");
    if (button) goTo(button.dataset.address, { middle: true, details: true });
  });
  byId("details").addEventListener("wheel", (event) => event.stopPropagation(), { passive: true });
  byId("details").addEventListener("pointerdown", (event) => event.stopPropagation());
  byId("close").addEventListener("click", hideDetails);
  byId("copy").addEventListener("click", () => {
    link(current);
    navigator.clipboard?.writeText(location.href).then(() => note(labels.copied), () => note(location.href));
  });
  const buttons = {
    "zoom-in": () => fly(zoomed(view.scale * 1.3)), "zoom-out": () => fly(zoomed(view.scale / 1.3)), fit: () => flyHome(),
    unfold: () => foldAll(true), "fold-all": () => foldAll(false), print: () => print(),
    theme: () => { root.dataset.theme = isDark() ? "light" : "dark"; remembered("orgspec-theme", root.dataset.theme); repaint(); },
  };
  for (const [id, act] of Object.entries(buttons)) byId(id).addEventListener("click", act);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  addEventListener("hashchange", fromAddress);
  addEventListener("beforeprint", () => {
    if (!root.classList.contains("ready")) begin(); // printed before the fonts are there
    putOnPaper();
  });
  addEventListener("afterprint", () => byId("paper").replaceChildren());
  new ResizeObserver(resize).observe(stage);
  repaint();

  // Texts are measured with the page's own font, which is there at once, but not before it is asked for.
  const fonts = ["400 13px", "700 16px"].map((style) => document.fonts.load(`${style} ${FONT}`, document.title || "A"));
  Promise.allSettled(fonts).then(begin);
