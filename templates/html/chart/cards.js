  // --- cards: elements for the cards in view only, kept in the order of the tree ---

  const elements = new Map();
  let current = posts[0] || null; // the card that the keyboard is on

  const make = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const lineBreaks = (lines, name) => {
    const made = make("span", name);
    lines.forEach((line, index) => { if (index) made.append(make("br")); made.append(line); });
    return made;
  };

  // The look of a card, for the window and for paper alike.
  const face = (card, post) => {
    card.className = `card ${post.kind}${post.children.length ? " leads" : ""}`;
    card.style.cssText = `width:${WIDTH}px;height:${post.height}px;transform:translate(${post.x}px,${post.y}px);--d:var(--d${colourOf(post)})`;
    const texts = make("span", "texts"), last = post.pill && !post.texts.beside;
    const first = lineBreaks(post.texts.title, "title");
    // Beside the first of several lines it has to come first.
    if (post.pill && !last) first[post.texts.title.length > 1 ? "prepend" : "append"](make("span", "pill", post.pill));
    texts.append(first, lineBreaks(post.texts.line, "line"));
    if (small(post) || last) {
      const code = make("span", "code", small(post));
      if (last) code.append(make("span", "pill", post.pill));
      texts.append(code);
    }
    const avatar = make("span", "avatar", post.photo ? "" : post.initial);
    if (post.photo) {
      const picture = make("img");
      picture.src = post.photo;
      picture.alt = "";
      avatar.append(picture);
    }
    avatar.setAttribute("aria-hidden", "true");
    card.replaceChildren(avatar, texts);
  };

  const build = (post) => {
    const card = make("div");
    card.id = `card-${post.index}`;
    card.setAttribute("role", "treeitem");
    card.dataset.address = post.address;
    face(card, post);
    if (post.children.length) {
      const fold = make("span", "fold");
      fold.setAttribute("aria-hidden", "true");
      card.append(make("span", "unseen", say("below", { n: post.total })), fold);
    }
    const peers = aboveOf(post)?.children || roots;
    card.setAttribute("aria-level", post.level);
    card.setAttribute("aria-setsize", peers.length);
    card.setAttribute("aria-posinset", peers.indexOf(post) + 1);
    return card;
  };

  const refresh = (card, post) => {
    card.style.transform = `translate(${post.x}px,${post.y}px)`;
    card.style.height = `${post.height}px`;
    card.tabIndex = post === current ? 0 : -1;
    card.setAttribute("aria-selected", post === current);
    if (!post.children.length) return;
    card.setAttribute("aria-expanded", post.open);
    const fold = card.lastElementChild, text = post.open ? "−" : String(post.total);
    if (fold.textContent !== text) fold.textContent = text;
    fold.title = post.open ? labels.fold : say("unfold", { n: post.total });
  };

  const MARGIN = 120; // pixels around the window in which cards are kept ready
  const wanted = () => {
    if (view.scale < FAR) { // patches stand for the cards; the current one, its line and its peers can be reached
      const near = new Set();
      for (let at = current; at; at = aboveOf(at)) near.add(at);
      for (const peer of (current && (aboveOf(current)?.children || roots)) || NONE) if (near.size < 60) near.add(peer);
      return shown.filter((post) => near.has(post));
    }
    const margin = MARGIN / view.scale;
    return shown.filter((post) => post === current || within(post.x - margin, post.y - margin, post.x + WIDTH + margin, post.y + post.height + margin));
  };

  const placeCards = () => {
    const list = wanted(), keep = new Set(list);
    for (const [post, card] of elements) if (!keep.has(post)) { card.remove(); elements.delete(post); }
    let next = layer.firstChild;
    for (const post of list) {
      let card = elements.get(post);
      if (!card) elements.set(post, (card = build(post)));
      refresh(card, post);
      if (card === next) next = next.nextSibling;
      else layer.insertBefore(card, next);
    }
  };
  const rebuildCards = () => {
    for (const card of elements.values()) card.remove();
    elements.clear();
  };
