  // --- details: all that is known of one card ---

  const MANY = 12; // names shown before "and n more"

  const goButton = (text, address) => {
    const button = make("button", "go", text);
    button.type = "button";
    button.dataset.address = address;
    return button;
  };
  const mention = ([name, address, extra]) => {
    const item = make("li");
    item.append(meant.has(address) ? goButton(name, address) : name, extra ? ` · ${extra}` : "");
    return item;
  };
  const nameOf = (post) => [post.heading && post.kind !== "outside" ? `${headline(post)} · ${post.title}` : post.kind === "vacant" ? `${post.title} · ${labels.recruiting}` : headline(post), post.address];

  const row = (label, mentions) => {
    if (!mentions.length) return [];
    const term = make("dt", "", label), value = make("dd"), list = make("ul");
    const fill = (all) => list.replaceChildren(...(all ? mentions : mentions.slice(0, MANY)).map(mention));
    fill(false);
    value.append(list);
    if (mentions.length > MANY) {
      const more = make("button", "go", say("more", { n: mentions.length - MANY }));
      more.type = "button";
      more.addEventListener("click", () => { fill(true); more.remove(); });
      value.append(more);
    }
    return [term, value];
  };

  const unitPath = (post) => {
    const names = [];
    for (let at = post.unit; at >= 0; at = units[at][3]) names.unshift([units[at][0], units[at][1]]);
    return names;
  };

  const showDetails = (post) => {
    const above = aboveOf(post), panel = byId("details");
    const holders = post.holders.map(([name, , extra]) => [name, "", extra]);
    byId("details-title").textContent = headline(post);
    byId("details-line").textContent = byline(post);
    byId("facts").replaceChildren(
      ...row(labels.number, post.number ? [[post.number]] : NONE),
      ...row(labels.department, unitPath(post).slice(-3)),
      ...row(labels.grade, post.grade ? [[post.grade]] : NONE),
      ...row(labels.holders, holders),
      ...row(labels.headcount, post.count ? [[post.count]] : NONE),
      ...row(labels.superior, above && isPost(above) ? [nameOf(above)] : NONE),
      ...row(labels.dotted, post.dotted.map((index) => nameOf(posts[index]))),
      ...row(labels.deputies, post.deputies.map((each) => (typeof each === "number" ? nameOf(posts[each]) : each))),
      ...row(isPost(post) ? labels.reports : labels.members, post.children.map(nameOf)),
      ...row(labels.dotted_below, (dottedBelow.get(post.index) || NONE).map(nameOf)),
    );
    panel.style.setProperty("--d", `var(--d${colourOf(post)})`);
    panel.hidden = false;
    byId("facts").parentElement.scrollTop = 0;
  };
  const hideDetails = () => {
    const panel = byId("details"), inside = panel.contains(document.activeElement);
    panel.hidden = true;
    if (inside && current) elements.get(current)?.focus({ preventScroll: true });
  };
