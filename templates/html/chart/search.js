  // --- search: as one types, over names, posts and departments in every language of the data ---

  const query = byId("query"), hits = byId("hits"), SHOWN = 40;
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  let index = null, found = [], active = -1;

  // Made when first needed: what is shown of a post comes before what is only known of it.
  const searched = () => {
    index ??= posts.map((post) => {
      const unit = unitOf(post), names = post.holders.map(([name]) => name).join(" ") || post.heading;
      return [folded(`${names} ${post.title} ${post.number}`), folded(`${post.also} ${unit ? `${unit[0]} ${unit[4]}` : ""} ${post.address}`)];
    });
    return index;
  };

  // Best first: a name that begins with the words, then one that holds them, then a department that does.
  const search = (text) => {
    const wanted = folded(text).split(/\s+/).filter(Boolean);
    if (!wanted.length) return [];
    const ranks = [[], [], []];
    searched().forEach(([first, second], at) => {
      const all = `${first} ${second}`;
      if (!wanted.every((word) => all.includes(word))) return;
      ranks[first.startsWith(wanted[0]) ? 0 : wanted.every((word) => first.includes(word)) ? 1 : 2].push(posts[at]);
    });
    return ranks.flat();
  };

  // The text with the words that were looked for marked; only where folding kept its length.
  const marked = (text, name) => {
    const made = make("span", name), plain = folded(text);
    const word = plain.length === text.length ? folded(query.value).split(/\s+/).find((each) => each && plain.includes(each)) : "";
    const from = word ? plain.indexOf(word) : -1;
    if (from < 0) made.textContent = text;
    else made.append(text.slice(0, from), make("mark", "", text.slice(from, from + word.length)), text.slice(from + word.length));
    return made;
  };
  const hit = (post, at) => {
    const item = make("li");
    item.id = `hit-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", at === active);
    item.style.setProperty("--d", `var(--d${colourOf(post)})`);
    const unit = unitName(post), line = byline(post);
    item.append(marked(headline(post), "title"), marked([line, unit === line ? "" : unit].filter(Boolean).join(" · "), "line"));
    return item;
  };

  const showHits = () => {
    found = search(query.value);
    active = found.length ? 0 : -1;
    hits.replaceChildren(...found.slice(0, SHOWN).map(hit));
    const open = found.length > 0;
    hits.hidden = !open;
    query.setAttribute("aria-expanded", open);
    point(active);
    const many = found.length > SHOWN;
    byId("found").textContent = !query.value.trim() ? "" : open ? say(many ? "hits_first" : "hits", { n: found.length, shown: SHOWN }) : labels.no_hits;
  };
  const point = (at) => {
    active = at;
    [...hits.children].forEach((item, each) => item.setAttribute("aria-selected", each === at));
    if (at < 0) query.removeAttribute("aria-activedescendant");
    else { query.setAttribute("aria-activedescendant", `hit-${at}`); hits.children[at].scrollIntoView({ block: "nearest" }); }
  };
  const closeHits = () => { hits.hidden = true; query.setAttribute("aria-expanded", "false"); point(-1); };
  const take = (at) => {
    const post = found[at];
    if (!post) return;
    closeHits();
    choose(post, { middle: true, details: true });
  };
  const onQueryKey = (event) => {
    const last = Math.min(found.length, SHOWN) - 1;
    if (event.isComposing) return; // the keys belong to the input method
    if (event.key === "ArrowDown" && hits.hidden) showHits();
    else if (event.key === "ArrowDown") point(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") point(active <= 0 ? last : active - 1);
    else if (event.key === "Enter") take(Math.max(active, 0));
    else if (event.key === "Escape") {
      if (hits.hidden && !query.value) elements.get(current)?.focus({ preventScroll: true });
      query.value = "";
      showHits();
    } else return;
    event.preventDefault();
  };
