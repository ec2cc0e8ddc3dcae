"""The words of heads and revision records, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

HEAD_WORDS: Mapping[str, tuple[str, str]] = {
    "head_number": ("Number", "文件编号"),
    "head_version": ("Version", "版本"),
    "head_effective": ("Effective", "生效日期"),
    "head_review": ("Review by", "复审日期"),
    "head_confidentiality": ("Confidentiality", "密级"),
    "head_prepared": ("Prepared by", "编制"),
    "head_reviewed": ("Reviewed by", "审核"),
    "head_approved": ("Approved by", "批准"),
    "rev_author": ("By", "修订人"),
    "rev_commit": ("Commit", "提交"),
    "rev_pending": ("Changes that are not committed yet", "尚未提交的修改"),
    "rev_earlier": ("{n} earlier changes", "另有更早的修订 {n} 项"),
    "rev_earlier_one": ("{n} earlier change", "另有更早的修订 {n} 项"),
}
"""Word -> how it reads in English and in Chinese."""
