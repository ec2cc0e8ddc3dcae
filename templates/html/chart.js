// A chart that folds. One closure, in the order of what needs what; nothing of it is global.
(() => {
  "use strict";
{% include "html/chart/posts.js" %}

{% include "html/chart/fit.js" %}

{% include "html/chart/layout.js" %}

{% include "html/chart/lines.js" %}

{% include "html/chart/ways.js" %}

{% include "html/chart/view.js" %}

{% include "html/chart/shape.js" %}

{% include "html/chart/cards.js" %}

{% include "html/chart/moves.js" %}

{% include "html/chart/details.js" %}

{% include "html/chart/search.js" %}

{% include "html/chart/paper.js" %}

{% include "html/chart/start.js" %}
})();
