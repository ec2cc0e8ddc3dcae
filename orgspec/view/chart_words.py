"""The fixed words of charts that fold, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

CHART_WORDS: Mapping[str, tuple[str, str]] = {
    "ch_search": ("Search", "搜索"),
    "ch_search_hint": ("Name, post or department…", "姓名、岗位或部门……"),
    "ch_hits": ("{n} found", "找到 {n} 项"),
    "ch_hits_first": ("{n} found, the first {shown} shown", "找到 {n} 项，显示前 {shown} 项"),
    "ch_no_hits": ("Nothing found", "没有找到"),
    "ch_zoom_in": ("Zoom in", "放大"),
    "ch_zoom_out": ("Zoom out", "缩小"),
    "ch_fit": ("Fit to window", "适应窗口"),
    "ch_unfold_all": ("Unfold all", "全部展开"),
    "ch_fold_all": ("Fold all", "全部收起"),
    "ch_theme": ("Dark", "深色"),
    "ch_print": ("Print", "打印"),
    "ch_details": ("Details", "详情"),
    "ch_close": ("Close", "关闭"),
    "ch_tree": ("Posts and lines of reporting", "岗位与汇报关系"),
    "ch_tree_grade": ("Posts by grade", "各职级的岗位"),
    "ch_tree_department": ("Departments", "部门层级"),
    "ch_members": ("Contains", "包含"),
    "ch_legend": ("Legend", "图例"),
    "ch_tools": ("View of the chart", "图表视图"),
    "ch_fold": ("Fold", "收起"),
    "ch_unfold": ("Unfold {n}", "展开 {n} 个"),
    "ch_below": ("{n} below", "下级共 {n} 个"),
    "ch_reports": ("Direct reports", "直接下级"),
    "ch_dotted_below": ("Dotted line from", "虚线下级"),
    "ch_acting": ("acting", "代理"),
    "ch_more": ("and {n} more", "另有 {n} 个"),
    "ch_others": ("{names} and {n} more", "{names}，另有 {n} 人"),
    "ch_link": ("Copy link", "复制链接"),
    "ch_copied": ("Link copied", "链接已复制"),
    "ch_keys": ("Keys", "按键"),
    "ch_keys_text": (
        "Arrow keys move along the tree, Enter folds, / searches, + − zoom, 0 fits, "
        "Space shows details, Escape closes.",
        "方向键沿树移动，回车展开或收起，/ 搜索，+ − 缩放，0 适应窗口，空格显示详情，Esc 关闭。",
    ),
    "chart_by": ("{title} {by}", "{title}（{by}）"),
    "by_department": ("by department", "按部门"),
    "by_role": ("by role", "按岗位"),
    "by_person": ("by person", "按人员"),
    "by_grade": ("by grade", "按职级"),
    "row_posts": ("{n} posts", "{n} 人"),
    "row_posts_one": ("{n} post", "{n} 人"),
    "no_location": ("Place not stated", "未注明地点"),
    "see_page": ("p. {page}", "见第 {page} 页"),
    "from_page": ("{name}, p. {page}", "{name}，第 {page} 页"),
    "sheet": ("Sheet {name}", "分图 {name}"),
    "sheet_plan": ("{across} × {down} sheets", "共 {across} × {down} 张"),
    "ch_sheet": ("Sheet {row}-{column} ({n} of {all})", "分图 {row}-{column}（{n} / {all}）"),
}

PAGE_LABELS: Mapping[str, str] = {
    **{word.removeprefix("ch_"): word for word in CHART_WORDS},
    "recruiting": "recruiting",
    "holders": "holders",
    "superior": "superior",
    "deputies": "deputy",
    "headcount": "headcount",
    "department": "department",
    "number": "post_number",
    "grade": "grade",
    "dotted": "dotted_superior",
    "comma": "comma",
    "colon": "colon",
}
"""What the page calls a label → the word that it is."""
