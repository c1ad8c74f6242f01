"""Words as YAML that reads back as the same words, in quotes only where they are needed."""

from __future__ import annotations

import json
import re

_SAFE = re.compile(r"[^\W\d_][^:?#\[\]{},&*!|>'\"%@`\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*", re.UNICODE)
_MEANS_SOMETHING = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def yaml_text(words: str) -> str:
    """``words`` as they may stand behind a colon or a dash.

    >>> yaml_text("Köpa bil"), yaml_text("Buy: now"), yaml_text("no")
    ('Köpa bil', '"Buy: now"', '"no"')
    """
    if _SAFE.fullmatch(words) and words == words.strip() and words.casefold() not in _MEANS_SOMETHING:
        return words
    # A string of JSON is one of YAML; what JSON leaves as it is, such as å, stays readable.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\ufeff", "\\ufeff")
