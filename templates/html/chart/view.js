  // --- view: what part of the chart the window shows, and the canvas behind the cards ---

  const stage = byId("stage"), layer = byId("tree"), canvas = byId("lines"), pen = canvas.getContext("2d");
  const LEAST = 0.02, MOST = 2.5;
  const FAR = 0.3; // below this scale cards are too small to read: the canvas draws them as patches
  const view = { x: 0, y: 0, scale: 1 };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let room = { wide: 1, tall: 1 }, paint = null, waiting = 0, flight = 0;

  const readPaint = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    paint = {
      line: colour("--connector"), dotted: colour("--d4"), head: colour("--head"), vacant: colour("--vacant-edge"),
      card: colour("--card"), colours: new Map(posts.map((post) => [colourOf(post), colour(`--d${colourOf(post)}`)])),
    };
  };

  const within = (x1, y1, x2, y2) => {
    const left = -view.x / view.scale, top = -view.y / view.scale;
    return x2 >= left && y2 >= top && x1 <= left + room.wide / view.scale && y1 <= top + room.tall / view.scale;
  };

  // In a large chart a way round the cards is looked for when they can be read, a few in each picture.
  const ROUTING = 12, AT_ONCE = 80; // milliseconds of each picture; cards up to which all are looked for at once
  const strokeOf = (pair, until) => {
    if (pair.path || shown.length <= AT_ONCE || (view.scale >= FAR && performance.now() < until)) return (pair.stroke ??= new Path2D(dottedPath(pair)));
    if (view.scale >= FAR) drawSoon();
    return (pair.quick ??= new Path2D(curve(pair)));
  };

  const drawLines = () => {
    pen.lineWidth = Math.max(1.6, 0.7 / view.scale);
    pen.strokeStyle = paint.line;
    for (const post of shown) {
      if (!post.open || !post.children.length || (post.railed && view.scale < 0.08)) continue;
      if (within(post.left, post.y, post.left + post.wide, post.y + post.tall)) pen.stroke((post.stroke ??= new Path2D(linesOf(post))));
    }
    drawDotted();
  };

  // The dotted lines of the current card stand out. Of very many the others are thin and pale: dots cost too much.
  const MANY_DOTTED = 200;
  const drawDotted = () => {
    const until = performance.now() + ROUTING, thin = Math.max(2.4, 0.9 / view.scale);
    const seen = pairs.filter(({ above, post }) => within(
      Math.min(above.x, post.x) - WIDTH, Math.min(above.y, post.y) - 200, Math.max(above.x, post.x) + 2 * WIDTH, Math.max(above.y, post.y) + 300));
    const isOwn = (pair) => pair.post === current || pair.above === current;
    const stroke = (list, dots, wide, alpha) => {
      pen.setLineDash(dots);
      pen.lineWidth = wide;
      pen.globalAlpha = alpha;
      for (const pair of list) pen.stroke(strokeOf(pair, until));
    };
    const others = seen.filter((pair) => !isOwn(pair));
    pen.strokeStyle = paint.dotted;
    pen.lineCap = "round";
    if (seen.length > MANY_DOTTED) stroke(others, NONE, 0.9 / view.scale, 0.3);
    else stroke(others, [0.1, DOTS], thin, 1);
    stroke(seen.filter(isOwn), [0.1, DOTS], thin * 1.5, 1);
    pen.setLineDash(NONE);
    pen.lineCap = "butt";
  };

  // Far away: one patch a card, heads in the full colour of their department.
  const drawPatches = () => {
    const seen = shown.filter((post) => within(post.x, post.y, post.x + WIDTH, post.y + post.height));
    const fill = (post, wide, colour) => {
      if (pen.fillStyle !== colour) pen.fillStyle = colour;
      pen.fillRect(post.x, post.y, wide, post.height);
    };
    const colour = (post) => (post.kind === "root" ? paint.head : post.kind === "vacant" ? paint.vacant : paint.colours.get(colourOf(post)));
    pen.globalAlpha = 0.34;
    for (const post of seen) if (!post.children.length) fill(post, WIDTH, colour(post));
    pen.globalAlpha = 1;
    for (const post of seen) {
      if (post.children.length) fill(post, WIDTH, colour(post));
      else if (view.scale > 0.1) fill(post, 22, colour(post));
    }
    drawNames(seen);
  };

  // The names of departments stay readable from afar, where there is room for them.
  const drawNames = (seen) => {
    const size = 12 / view.scale;
    pen.font = `700 ${size}px ${FONT}`;
    pen.textAlign = "center";
    const taken = [];
    for (const post of seen) {
      const above = aboveOf(post);
      const group = post.kind === "summary";
      if (!group && (!post.children.length || post.unit < 0 || (above && above.unit === post.unit))) continue;
      const name = group ? headline(post) : unitName(post), wide = pen.measureText(name).width + size;
      const x = post.x + WIDTH / 2, y = post.y + post.height / 2;
      if (wide > Math.max(post.wide, WIDTH) * 1.15 || taken.some(([l, t, r, b]) => x - wide / 2 < r && x + wide / 2 > l && y - size < b && y + size > t)) continue;
      taken.push([x - wide / 2, y - size, x + wide / 2, y + size]);
      pen.fillStyle = paint.card;
      pen.beginPath();
      pen.roundRect(x - wide / 2, y - size * 0.85, wide, size * 1.7, size * 0.85);
      pen.fill();
      pen.fillStyle = paint.colours.get(colourOf(post));
      pen.fillText(name, x, y + size * 0.36);
    }
  };

  // While the view moves over very many cards, the last picture is moved instead, and made anew now and then.
  const SLOW = 20, STALE = 160; // milliseconds
  const drawn = { x: 0, y: 0, scale: 1, cost: 0, at: 0 };
  let settling = 0;
  const movePicture = () => {
    const by = view.scale / drawn.scale;
    if (drawn.cost < SLOW || performance.now() - drawn.at > STALE || by < 0.6 || by > 1.7 || view.scale >= FAR) return false;
    const shift = `translate(${view.x - drawn.x * by}px, ${view.y - drawn.y * by}px) scale(${by})`;
    canvas.style.transform = shift;
    clearTimeout(settling);
    settling = setTimeout(draw, 80);
    return true;
  };
  const step = () => {
    waiting = 0;
    if (!movePicture()) draw();
  };

  const draw = () => {
    const start = performance.now();
    waiting = 0;
    clearTimeout(settling);
    canvas.style.transform = "";
    const ratio = devicePixelRatio || 1, wide = Math.round(room.wide * ratio), tall = Math.round(room.tall * ratio);
    if (canvas.width !== wide || canvas.height !== tall) {
      Object.assign(canvas, { width: wide, height: tall });
      Object.assign(canvas.style, { width: `${room.wide}px`, height: `${room.tall}px` }); // never stretched with the window
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, wide, tall);
    pen.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
    drawLines();
    if (view.scale < FAR) drawPatches();
    layer.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    layer.classList.toggle("far", view.scale < FAR);
    placeCards();
    byId("scale").textContent = `${Math.round(view.scale * 100)}%`;
    Object.assign(drawn, view, { cost: performance.now() - start, at: start });
  };
  const drawSoon = () => { waiting ||= requestAnimationFrame(step); };
  const drawNow = () => { cancelAnimationFrame(waiting); draw(); };

  const layAgain = () => {
    lay();
    for (const post of shown) post.stroke = null;
    pairAgain();
  };

  const land = () => { cancelAnimationFrame(flight); flight = 0; };
  // Move to a view, in one leap for those who want no motion.
  const fly = (to) => {
    land();
    if (calm.matches || document.hidden) { Object.assign(view, to); drawNow(); return; }
    const from = { ...view }, start = performance.now();
    const glide = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / 220)), eased = 1 - (1 - part) ** 3;
      view.scale = from.scale * (to.scale / from.scale) ** eased;
      view.x = from.x + (to.x - from.x) * eased;
      view.y = from.y + (to.y - from.y) * eased;
      if (part === 1 || !movePicture()) draw();
      flight = part < 1 ? requestAnimationFrame(glide) : 0;
    };
    flight = requestAnimationFrame(glide);
  };
  const bounded = (scale) => Math.min(MOST, Math.max(LEAST, scale));
  const zoomed = (scale, x = room.wide / 2, y = room.tall / 2) => {
    const next = bounded(scale), by = next / view.scale;
    return { scale: next, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
  };
  // The part of the window that a chart may fill: beside the buttons, above them in a narrow window.
  const narrow = matchMedia("(max-width: 720px)");
  const free = () => {
    const edge = narrow.matches ? 12 : 28;
    const [beside, below] = narrow.matches ? [edge, 62] : [76, edge];
    return { edge, wide: room.wide - edge - beside, tall: room.tall - edge - below };
  };
  // The whole chart, or as much of it as there is room for at the least scale: from the top, the root in the middle.
  const fitted = (least = LEAST) => {
    const { edge, wide, tall } = free(), whole = scaleIn(wide, tall);
    const scale = bounded(whole >= least ? whole : Math.max(least, Math.min(1, wide / extent.wide)));
    const top = roots[0] ? roots[0].x + WIDTH / 2 : 0, rest = wide - extent.wide * scale;
    return { scale, x: rest < -1 ? room.wide / 2 - top * scale : edge + rest / 2, y: edge + Math.max(0, Math.min(42, (tall - extent.tall * scale) / 2)) };
  };
  // The nearest view in which a card is readable and not at the edge.
  const showing = (post, middle = false) => {
    const scale = view.scale < 0.45 ? 0.8 : view.scale;
    const from = scale === view.scale ? view : zoomed(scale);
    const left = post.x * scale, top = post.y * scale, wide = WIDTH * scale, tall = post.height * scale;
    const free = room.wide - (byId("details").hidden || room.wide < 700 ? 0 : 340);
    const clamp = (at, size, all, edge) => (middle ? (all - size) / 2 : Math.min(Math.max(at, edge), Math.max(edge, all - size - edge)));
    return { scale, x: clamp(left + from.x, wide, free, 40) - left, y: clamp(top + from.y, tall, room.tall, 50) - top };
  };
