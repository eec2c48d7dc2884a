"""How often somebody may try to log in: after a few wrong tries each further one has to wait twice as long."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

FREE = 5  # wrong tries before the first wait
FORGOTTEN = 3600.0  # seconds after the last one
AT_MOST = 10_000  # names and addresses that are remembered; the one that tried longest ago is forgotten first
# A name's waits are short, so that a stranger who tries it can't keep its owner out for long; an
# address's are not.
LONGEST_OF_NAME, LONGEST_OF_ADDRESS = 60.0, 900.0


class _Counter:
    """Wrong tries by key, each with the moment of the last."""

    def __init__(self, longest: float) -> None:
        self.longest = longest
        self.counts: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, key: str, now: float) -> float:
        count, last = self.counts.get(key, (0, now))
        if count < FREE or now - last > FORGOTTEN:
            return 0.0
        return max(0.0, last + min(2.0 ** min(count - FREE, 30), self.longest) - now)

    def count(self, key: str, now: float) -> None:
        count, last = self.counts.pop(key, (0, now))
        self.counts[key] = (1 if now - last > FORGOTTEN else count + 1, now)
        if len(self.counts) > AT_MOST:
            self.counts.popitem(last=False)

    def give_back(self, key: str) -> None:
        count, last = self.counts.get(key, (0, 0.0))
        if count > 1:
            self.counts[key] = (count - 1, last)
        else:
            self.counts.pop(key, None)


class Tries:
    """The tries at names and from addresses."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.names, self.addresses = _Counter(LONGEST_OF_NAME), _Counter(LONGEST_OF_ADDRESS)

    def begin(self, name: str, address: str) -> float:
        """The seconds to wait before this try; 0: it may go on, and is counted as wrong until :meth:`right` is called.

        It is counted before the password is looked at: otherwise a hundred tries at once would all
        be free.
        """
        now, place = self.clock(), network(address)
        wait = max(self.names.wait(name, now), self.addresses.wait(place, now))
        if not wait:
            self.names.count(name, now)
            self.addresses.count(place, now)
        return wait

    def right(self, name: str, address: str) -> None:
        """The try was right: the name is free again.  The address only gets this try back, or one own account would buy endless tries at others."""
        self.names.counts.pop(name, None)
        self.addresses.give_back(network(address))


def network(address: str) -> str:
    """What counts as one address: of IPv6 the first 64 bits, since whoever has one of those has all of them."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return (
        str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else str(found)
    )
