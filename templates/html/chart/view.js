  // --- view: what part of the chart the window shows, and the canvas behind the cards ---

  const stage = byId("stage"), layer = byId("tree"), canvas = byId("lines"), pen = canvas.getContext("2d");
  const LEAST = 0.02, MOST = 2.5;
  const FAR = 0.3; // below this scale cards are too small to read: the canvas draws them as patches
  const view = { x: 0, y: 0, scale: 1 };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let room = { wide: 1, tall: 1 }, pairs = [], paint = null, waiting = 0, flight = 0;

  const readPaint = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    paint = {
      line: colour("--connector"), dotted: colour("--d4"), head: colour("--head"), vacant: colour("--vacant-edge"),
      card: colour("--card"), colours: Array.from({ length: 9 }, (_, index) => colour(`--d${index}`)),
    };
  };

  const within = (x1, y1, x2, y2) => {
    const left = -view.x / view.scale, top = -view.y / view.scale;
    return x2 >= left && y2 >= top && x1 <= left + room.wide / view.scale && y1 <= top + room.tall / view.scale;
  };

  const drawLines = () => {
    pen.lineWidth = Math.max(1.6, 0.7 / view.scale);
    pen.strokeStyle = paint.line;
    for (const post of shown) {
      if (!post.open || !post.children.length) continue;
      if (within(post.left, post.y, post.left + post.wide, post.y + post.tall)) pen.stroke((post.stroke ??= new Path2D(linesOf(post))));
    }
    pen.strokeStyle = paint.dotted;
    pen.lineCap = "round";
    pen.setLineDash([0.1, 6]);
    pen.lineWidth = Math.max(2.4, 0.9 / view.scale);
    for (const [above, post] of pairs) {
      const x1 = Math.min(above.x, post.x), y1 = Math.min(above.y, post.y);
      if (within(x1, y1, Math.max(above.x, post.x) + WIDTH, Math.max(above.y, post.y) + 200)) pen.stroke(new Path2D(dottedPath(above, post)));
    }
    pen.setLineDash([]);
    pen.lineCap = "butt";
  };

  // Far away: one patch a card, the bar of its department above the ground of the card.
  const drawPatches = () => {
    const seen = shown.filter((post) => within(post.x, post.y, post.x + WIDTH, post.y + post.height));
    pen.fillStyle = paint.card;
    for (const post of seen) pen.fillRect(post.x, post.y, WIDTH, post.height);
    pen.globalAlpha = 0.32;
    for (const post of seen) {
      pen.fillStyle = post.kind === "vacant" ? paint.vacant : paint.colours[colourOf(post)];
      pen.fillRect(post.x, post.y, WIDTH, post.height);
    }
    pen.globalAlpha = 1;
    for (const post of seen) {
      pen.fillStyle = post.kind === "root" ? paint.head : post.kind === "vacant" ? paint.vacant : paint.colours[colourOf(post)];
      if (post.kind === "root" || post.children.length) pen.fillRect(post.x, post.y, WIDTH, post.height);
      else pen.fillRect(post.x, post.y, 22, post.height);
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
      if (!post.children.length || post.unit < 0 || (above && above.unit === post.unit)) continue;
      const name = unitName(post), wide = pen.measureText(name).width + size;
      const x = post.x + WIDTH / 2, y = post.y + post.height / 2;
      if (wide > Math.max(post.wide, WIDTH) * 1.15 || taken.some(([l, t, r, b]) => x - wide / 2 < r && x + wide / 2 > l && y - size < b && y + size > t)) continue;
      taken.push([x - wide / 2, y - size, x + wide / 2, y + size]);
      pen.fillStyle = paint.card;
      pen.beginPath();
      pen.roundRect(x - wide / 2, y - size * 0.85, wide, size * 1.7, size * 0.85);
      pen.fill();
      pen.fillStyle = paint.colours[colourOf(post)];
      pen.fillText(name, x, y + size * 0.36);
    }
  };

  const draw = () => {
    waiting = 0;
    const ratio = devicePixelRatio || 1, wide = Math.round(room.wide * ratio), tall = Math.round(room.tall * ratio);
    if (canvas.width !== wide || canvas.height !== tall) { canvas.width = wide; canvas.height = tall; }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, wide, tall);
    pen.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
    drawLines();
    if (view.scale < FAR) drawPatches();
    layer.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    layer.classList.toggle("far", view.scale < FAR);
    placeCards();
    byId("scale").textContent = `${Math.round(view.scale * 100)}%`;
  };
  const drawSoon = () => { waiting ||= requestAnimationFrame(draw); };
  const drawNow = () => { cancelAnimationFrame(waiting); draw(); };

  const layAgain = () => {
    lay();
    for (const post of shown) post.stroke = null;
    pairs = dottedPairs(shown);
  };

  const land = () => { cancelAnimationFrame(flight); flight = 0; };
  // Move to a view, in one leap for those who want no motion.
  const fly = (to) => {
    land();
    if (calm.matches || document.hidden) { Object.assign(view, to); drawNow(); return; }
    const from = { ...view }, start = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / 220)), eased = 1 - (1 - part) ** 3;
      view.scale = from.scale * (to.scale / from.scale) ** eased;
      view.x = from.x + (to.x - from.x) * eased;
      view.y = from.y + (to.y - from.y) * eased;
      draw();
      flight = part < 1 ? requestAnimationFrame(step) : 0;
    };
    flight = requestAnimationFrame(step);
  };
  const bounded = (scale) => Math.min(MOST, Math.max(LEAST, scale));
  const zoomed = (scale, x = room.wide / 2, y = room.tall / 2) => {
    const next = bounded(scale), by = next / view.scale;
    return { scale: next, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
  };
  const EDGE = 28;
  const fitted = (least = LEAST) => {
    const whole = Math.min((room.wide - 2 * EDGE) / extent.wide, (room.tall - 2 * EDGE) / extent.tall, 1);
    const scale = bounded(Math.max(whole, least));
    const top = roots[0] ? roots[0].x + WIDTH / 2 : 0;
    const wide = extent.wide * scale > room.wide - EDGE;
    return { scale, x: wide && scale > whole ? room.wide / 2 - top * scale : (room.wide - extent.wide * scale) / 2, y: Math.max(EDGE, Math.min(70, (room.tall - extent.tall * scale) / 2)) };
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
