"""A presentation packed so that the same source gives the same bytes: no times of day, in it or in what it holds."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(archive: bytes, day: date) -> bytes:
    """``archive`` packed anew, said to be made on ``day``; the workbook behind a chart with it."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(".xlsx"):
                content = packed(content, day)
            elif name == "docProps/core.xml":
                content = _TIME.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), content)
            about = ZipInfo(name, _EPOCH)
            about.compress_type = ZIP_DEFLATED
            about.create_system = 0
            new.writestr(about, content)
    return out.getvalue()
