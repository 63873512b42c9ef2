package io.traceops.adapter.memory;

import io.traceops.domain.release.ReleaseBook;
import java.util.concurrent.atomic.AtomicInteger;

/** How many releases all services may tell apart together. Thread-safe. */
final class ReleaseRoom implements ReleaseBook.Room {
    private final AtomicInteger free;

    ReleaseRoom(int releasesMax) {
        this.free = new AtomicInteger(releasesMax);
    }

    @Override
    public boolean take() {
        return free.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0;
    }

    @Override
    public void giveBack(int releases) {
        free.addAndGet(releases);
    }
}
