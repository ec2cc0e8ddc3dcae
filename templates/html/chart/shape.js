  // --- shape: of the ways to lay out what is unfolded, the one that is largest in the window ---

  const LEGIBLE = 0.55; // below this scale texts are too small to read
  const SHAPED = 300; // cards up to which several shapes are tried

  // Each with what it is worth beside the others: the plainer, the more.
  const shapes = (wide) => {
    const found = [];
    for (const [rails, plain] of [[Infinity, 1], [4, 0.93], [3, 0.9], [2, 0.84]]) {
      for (const high of [16, 8, 5]) {
        for (const share of [0, 1, 0.85, 0.7, 0.6, 0.5]) {
          const worth = plain * (high < 16 ? 0.97 : 1) * (share ? 0.92 : 1);
          found.push([{ rails, high, row: share ? wide / share : Infinity }, worth]);
        }
      }
    }
    found.push([{ ...USUAL, rails: 1 }, 0.88]);
    return found;
  };

  const scaleIn = (wide, tall) => Math.min(wide / extent.wide, tall / extent.tall, 1) || 1;
  const shapeFor = (wide, tall) => {
    let best = USUAL, most = -1;
    const list = unfolded();
    for (const [each, worth] of list.length > SHAPED ? NONE : shapes(wide)) {
      shape = each;
      lay(list);
      const value = (scaleIn(wide, tall) + 0.2 * Math.min(1, wide / extent.wide)) * worth;
      if (value > most * 1.001) { most = value; best = each; }
    }
    shape = best;
    layAgain();
  };
  const shapeForWindow = () => shapeFor(free().wide, free().tall);

  // As many levels are unfolded as are read at once, two at the least.
  const unfoldLegible = () => {
    let depth = posts.reduce((deepest, post) => Math.max(deepest, post.level), 2);
    const open = () => {
      for (const post of posts) post.open = post.level < depth;
      return unfolded().length;
    };
    while (open() > SMALL && depth > 2) depth -= 1;
    shapeForWindow();
    while (depth > 2 && scaleIn(free().wide, free().tall) < LEGIBLE) {
      depth -= 1;
      open();
      shapeForWindow();
    }
  };

  // The view that shows the whole chart: until it is moved, it follows the size of the window.
  let home = null;
  const isAtHome = () => Boolean(home) && home.x === view.x && home.y === view.y && home.scale === view.scale;
  const homeFor = (least) => {
    shapeForWindow();
    home = fitted(least);
    return home;
  };
  const goHome = (least) => { Object.assign(view, homeFor(least)); };
  const flyHome = (least = LEAST) => fly(homeFor(least));
