"""Lengths of time as people type them: ``3d``, ``2 weeks``, ``36h``, ``90min``."""

from __future__ import annotations

import re

LENGTH = re.compile(r"(\d{1,6})\s*(minutes?|min|m|hours?|h|days?|d|weeks?|w)", re.IGNORECASE)
