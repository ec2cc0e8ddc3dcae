  // --- posts: the data of the page, and which branches are unfolded ---

  const byId = (id) => document.getElementById(id);
  const { key, labels, units, posts: rows, texts } = JSON.parse(byId("posts").textContent);
  const say = (label, values = {}) => labels[label].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const NONE = [];

  // An address of the usual kind is written as its bare id, any other behind a slash.
  const full = (short, kind) => (short.startsWith("/") ? short.slice(1) : `${kind}/${short}`);

  // Rows leave out what is empty at their end; texts that many share stand in a list of their own.
  const posts = rows.map(([address, above, unit, title, heading = "", initial = 0, holders = NONE, deputies = NONE, count = 0,
    also = 0, grade = 0, pill = 0, number = "", kind = 0, dotted = NONE, assistant = 0, photo = "", colour = 0, remark = 0], index) => ({
    index, address: full(address, "role"), above, unit, title: texts[title], heading, initial: texts[initial],
    holders: holders.map(([name, id, extra]) => [name || heading, full(id, "person"), extra]), deputies, count: texts[count],
    also: texts[also], grade: texts[grade], pill: texts[pill], number, kind: texts[kind] || "post", dotted,
    assistant: Boolean(assistant), photo, colour: colour - 1, remark: texts[remark], children: [], total: 0, open: false, level: 1,
    // What fit and layout find out; all posts have the same fields from the start, which is much faster.
    texts: null, least: 0, height: 0, helpers: NONE, branches: NONE, singles: 0, column: false, railed: false, rows: 1, row: 0,
    bus: 0, inset: 0, wide: 0, tall: 0, dx: 0, dy: 0, left: 0, x: 0, y: 0, lines: null, stroke: null,
  }));
  for (const unit of units) unit[1] = full(unit[1], "department");
  const roots = [];
  for (const post of posts) (post.above < 0 ? roots : posts[post.above].children).push(post);
  for (const post of [...posts].reverse()) if (post.above >= 0) posts[post.above].total += post.total + 1;
  for (const post of posts) if (post.above >= 0) post.level = posts[post.above].level + 1;
  const dottedBelow = new Map();
  for (const post of posts) for (const index of post.dotted) dottedBelow.set(index, [...(dottedBelow.get(index) || NONE), post]);

  const aboveOf = (post) => (post.above < 0 ? null : posts[post.above]);
  const unitOf = (post) => (post.unit < 0 ? null : units[post.unit]);
  const unitName = (post) => (post.unit < 0 ? "" : units[post.unit][0]);
  const colourOf = (post) => (post.kind === "outside" ? 5 : post.colour >= 0 ? post.colour : post.unit < 0 ? 0 : units[post.unit][2] % 9);
  const small = (post) => [post.number, post.remark].filter(Boolean).join(" · ");
  const isPost = (post) => /^(role|person)\//.test(post.address); // others stand for all below them
  const headline = (post) => (post.kind === "vacant" ? labels.recruiting : post.heading || post.title);
  const byline = (post) => (post.kind === "vacant" || post.heading ? post.title : post.kind === "root" || !isPost(post) ? "" : unitName(post));

  // The card that an address means: a role or the organisation itself, a person, a department's highest post.
  const meant = new Map();
  for (const post of posts) {
    if (!meant.has(post.address)) meant.set(post.address, post);
    for (const [, address] of post.holders) if (!meant.has(address)) meant.set(address, post);
  }
  for (const post of posts) {
    for (let unit = post.unit; unit >= 0 && !meant.has(units[unit][1]); unit = units[unit][3]) meant.set(units[unit][1], post);
  }

  // What is unfolded is remembered by address; storage may be forbidden, then nothing is.
  const remembered = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch { /* the page works without */ }
    return null;
  };
  let remembering = 0;
  const rememberNow = () => {
    const heads = posts.filter((post) => post.children.length);
    const open = heads.filter((post) => post.open).map((post) => post.address);
    remembered(`orgspec-chart ${key}`, JSON.stringify(open.length === heads.length ? "all" : open));
  };
  addEventListener("pagehide", () => { if (remembering) rememberNow(); });
  const remember = () => { clearTimeout(remembering); remembering = setTimeout(rememberNow, 200); };
  const SMALL = 60; // cards with which a chart begins at most
  const recall = () => {
    let kept = null;
    try { kept = JSON.parse(remembered(`orgspec-chart ${key}`)); } catch { /* not ours */ }
    const open = Array.isArray(kept) ? new Set(kept) : null;
    for (const post of posts) post.open = open ? open.has(post.address) : kept === "all";
    return Boolean(open) || kept === "all";
  };
  const unfoldTo = (post) => {
    let changed = false;
    for (let at = aboveOf(post); at; at = aboveOf(at)) {
      changed ||= !at.open;
      at.open = true;
    }
    return changed;
  };

  // The posts that no fold hides, heads first: the data stands in that order already.
  const unfolded = () => {
    const seen = new Uint8Array(posts.length);
    return posts.filter((post) => {
      const above = aboveOf(post);
      seen[post.index] = !above || (seen[above.index] && above.open) ? 1 : 0;
      return seen[post.index];
    });
  };
