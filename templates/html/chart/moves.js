  // --- moves: folding, choosing a card, the keys and the pointer ---

  const note = (text) => { byId("status").textContent = text; };
  const link = (post) => {
    try { history.replaceState(null, "", `#${encodeURI(post.address)}`); } catch { /* some viewers forbid it */ }
  };

  // Lay out anew while one card stays where it is on the screen.
  const around = (post, change) => {
    const { x, y } = post;
    land();
    change();
    layAgain();
    if (!shown.includes(current)) current = post;
    view.x += (x - post.x) * view.scale;
    view.y += (y - post.y) * view.scale;
    drawNow();
    remember();
  };
  const fold = (post, open = !post.open, deep = false) => {
    if (!post.children.length) return;
    around(post, () => {
      const branch = [post];
      while (branch.length) {
        const at = branch.pop();
        at.open = open;
        if (deep) branch.push(...at.children);
      }
    });
  };
  const foldAll = (open) => {
    for (const post of posts) post.open = open || (post.level < 2 && roots.length > 0);
    current = posts[0];
    remember();
    flyHome(open ? LEAST : LEGIBLE);
  };

  const choose = (post, { focus = true, middle = false, details = !byId("details").hidden } = {}) => {
    if (unfoldTo(post)) { layAgain(); remember(); }
    current = post;
    if (details) showDetails(post);
    drawNow();
    if (focus) elements.get(post).focus({ preventScroll: true });
    fly(showing(post, middle));
    link(post);
  };
  const goTo = (address, options) => {
    const post = meant.get(address);
    if (post) choose(post, options);
    return Boolean(post);
  };

  // Where an arrow leads: along the lines as they are drawn.
  const neighbour = (post, key) => {
    const above = aboveOf(post), down = post.open ? post.children : NONE;
    const branch = above?.branches?.find((each) => each.includes(post));
    const column = branch && branch.length > 1 ? branch : null, at = column ? column.indexOf(post) : -1;
    if (key === "ArrowDown") return down[0] || (column && column[at + 1]) || null;
    if (key === "ArrowUp") return (column && column[at - 1]) || above;
    const step = key === "ArrowRight" ? 1 : -1;
    if (above?.railed && step < 0) return above;
    const row = shown.filter((each) => each.level === post.level && (!column || !column.includes(each) || each === post));
    return row[row.indexOf(post) + step] || null;
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return;
    const { key } = event;
    const target = key.startsWith("Arrow") ? neighbour(current, key) : key === "Home" ? shown[0] : key === "End" ? shown.at(-1) : null;
    if (target) choose(target);
    else if (key === "Enter") fold(current, !current.open, event.shiftKey);
    else if (key === " ") { if (byId("details").hidden) choose(current, { details: true }); else hideDetails(); }
    else if (key === "*") around(current, () => { for (const peer of aboveOf(current)?.children || roots) peer.open = true; });
    else if (!key.startsWith("Arrow")) return;
    event.preventDefault();
  };

  // Keys that work wherever the focus is, unless somebody writes.
  const onPageKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
    const keys = {
      "/": () => byId("query").focus(), "+": () => fly(zoomed(view.scale * 1.3)), "=": () => fly(zoomed(view.scale * 1.3)),
      "-": () => fly(zoomed(view.scale / 1.3)), "0": () => flyHome(), Escape: hideDetails,
    };
    if (!keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  };

  const pointers = new Map();
  let dragged = false;
  const onDown = (event) => {
    if (event.button > 0) return;
    land();
    pointers.set(event.pointerId, event);
    if (pointers.size === 1) dragged = false;
  };
  const onMove = (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const box = stage.getBoundingClientRect();
    if (pointers.size === 2) { // a pinch: what lies between the fingers stays between them
      const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
      const far = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
      const x = (event.clientX + other.clientX) / 2 - box.left, y = (event.clientY + other.clientY) / 2 - box.top;
      Object.assign(view, zoomed(view.scale * (far(event) / far(before)), x, y));
    }
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    if (!dragged) { dragged = true; stage.setPointerCapture(event.pointerId); stage.classList.add("dragging"); }
    view.x += dx / pointers.size;
    view.y += dy / pointers.size;
    pointers.set(event.pointerId, event);
    drawSoon();
  };
  const onUp = (event) => {
    pointers.delete(event.pointerId);
    stage.classList.remove("dragging");
  };
  const onWheel = (event) => {
    event.preventDefault();
    land();
    const box = stage.getBoundingClientRect(), unit = event.deltaMode === 1 ? 18 : 1;
    if (event.shiftKey) view.x -= (event.deltaX || event.deltaY) * unit;
    else Object.assign(view, zoomed(view.scale * Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0018)), event.clientX - box.left, event.clientY - box.top));
    drawSoon();
  };
  // A patch far away is a card too.
  const cardAt = (event) => {
    const element = event.target.closest(".card");
    if (element && view.scale >= FAR) return posts[Number(element.id.slice(5))];
    const box = stage.getBoundingClientRect();
    const x = (event.clientX - box.left - view.x) / view.scale, y = (event.clientY - box.top - view.y) / view.scale;
    return shown.find((post) => x >= post.x && x <= post.x + WIDTH && y >= post.y && y <= post.y + post.height);
  };
  const onClick = (event) => {
    if (dragged || event.target.closest("#details")) return;
    const post = cardAt(event);
    if (!post) return;
    if (event.target.closest(".fold")) { current = post; fold(post); elements.get(post).focus({ preventScroll: true }); link(post); }
    else choose(post, { details: true });
  };
