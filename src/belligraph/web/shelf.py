"""Which release answers: the live one, swapped while it is served, and former ones, opened when somebody asks for them.

A request holds the release that it began with until its last byte is sent. A release that is no longer live is closed when
nobody holds it any more, so that a new one comes without a dropped request.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from belligraph.config import Config
from belligraph.errors import BelligraphError
from belligraph.model.release import Release
from belligraph.release.manifest import read_manifest
from belligraph.release.publication import Publication
from belligraph.store import QueryPool
from belligraph.web.site import Site

__all__ = ["Shelf"]

_log = logging.getLogger("belligraph.server")

# a former release is asked rarely, and each worker holds its share of memory
FORMER_WORKERS = 1
FORMER_KEPT_OPEN = 2


class Shelf:
    """The releases of one publication on show. `close` leaves no process behind.

    Without a publication there is the one release only, and nothing to reload.
    """

    def __init__(self, live: Release, config: Config, publication: Publication | None = None) -> None:
        self._config = config
        self.publication = publication
        self._lock = threading.Lock()
        self._reloading = threading.Lock()
        self._former: dict[int, Site] = {}
        self._closed = False
        self._stop = threading.Event()
        self._live = self._open(live)

    @property
    def live(self) -> Site:
        """The live release."""
        return self._live

    def lease(self, number: int | None = None) -> Site:
        """The live release or the one of that number, kept open until it is given back as often as it was lent.

        Raises:
            PublicationError: there is no such release.
        """
        with self._lock:
            if number is None or number == self._live.release.number:
                self._live.leases += 1
                return self._live
            site = self._former.pop(number, None)
            if site is None:
                site = self._open(self._find(number), FORMER_WORKERS)
            self._former[number] = site
            site.leases += 1
            while len(self._former) > FORMER_KEPT_OPEN:
                self._retire(self._former.pop(next(iter(self._former))))
            return site

    def keep(self, site: Site) -> None:
        """Lends a site that is lent already once more."""
        with self._lock:
            site.leases += 1

    def give_back(self, site: Site) -> None:
        """Ends one lease."""
        with self._lock:
            site.leases -= 1
            if site.is_retired and not site.leases:
                site.pool.close()

    def releases(self) -> tuple[Release, ...]:
        """All releases that can be read, the newest first."""
        if self.publication is None:
            return (self._live.release,)
        return self.publication.all_releases()

    def reload(self) -> bool:
        """Makes the release that the publication's pointer names the live one; whether it is another than before."""
        if self.publication is None:
            return False
        with self._reloading:
            release = self.publication.live()
            if release.number == self._live.release.number:
                return False
            site = self._open(release)
            try:
                site.pool.query("ASK {}")  # a release that cannot be opened never becomes the live one
            except BelligraphError:
                site.pool.close()
                raise
            with self._lock:
                former, self._live = self._live, site
                self._retire(former)
            _log.info("release %d is live", release.number)
            return True

    def watch(self, seconds: float) -> None:
        """Looks after a new release that often, in a thread, until `close`."""
        threading.Thread(target=self._watch, args=(seconds,), daemon=True, name="releases").start()

    def close(self) -> None:
        """Ends all query workers, also those that are answering."""
        self._stop.set()
        with self._lock:
            self._closed = True
            sites = [self._live, *self._former.values()]
        for site in sites:
            site.pool.close()

    def _watch(self, seconds: float) -> None:
        while not self._stop.wait(seconds):
            try:
                self.reload()
            except BelligraphError as error:
                _log.error("the new release cannot be served; the former one stays: %s", error)

    def _open(self, release: Release, workers: int | None = None) -> Site:
        return Site(release, self._config, QueryPool.of(release.store_folder, self._config, workers))

    def _find(self, number: int) -> Release:
        folder = self.publication.releases if self.publication is not None else Path()
        return read_manifest(folder / str(number))

    @staticmethod
    def _retire(site: Site) -> None:
        site.is_retired = True
        if not site.leases:
            site.pool.close()
