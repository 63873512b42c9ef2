package io.traceops.application.capture;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides at the door whether a request may come in, before any work is done for it. At most a fixed number is inside at
 * once; a request beyond it is shed at once rather than queued, so that those inside stay fast.
 *
 * <p>Streams of events are counted by themselves: they stay for hours and are idle most of the time, and must not keep the
 * places that others need.
 *
 * <p>Thread-safe.
 */
public final class Admission {
    /** How long a shed client is asked to wait. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Places requests;
    private final Places streams;

    /** All who have a place, whatever they came for: those who are waited for when the server stops. */
    private final Semaphore inside;

    private final int insideMax;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong shedCount = new AtomicLong();

    /**
     * @param inFlightMax the most requests inside at once, 1 or more
     * @param streamsMax the most streams of events open at once, 1 or more
     */
    public Admission(int inFlightMax, int streamsMax) {
        this(
                new Places("requests in flight", new Semaphore(inFlightMax), inFlightMax),
                new Places("streams", new Semaphore(streamsMax), streamsMax));
    }

    /** All places are free. */
    Admission(Places requests, Places streams) {
        this.requests = requests;
        this.streams = streams;
        this.insideMax = Math.addExact(requests.max(), streams.max());
        this.inside = new Semaphore(insideMax);
    }

    /** What the door says. */
    public sealed interface Answer {
        /** The request is inside until the permit is closed. */
        record Entered(Permit permit) implements Answer {}

        /** Too many are inside. */
        record Overloaded(Duration retryAfter) implements Answer {}

        /** The server is stopping and takes nothing new. */
        record Stopping() implements Answer {}
    }

    /** A place inside. Closing it twice gives it back once. */
    public final class Permit implements AutoCloseable {
        private final Semaphore places;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit(Semaphore places) {
            this.places = places;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                leave(places);
            }
        }
    }

    /** Places for so many. */
    record Places(String name, Semaphore free, int max) {
        Places {
            if (max < 1) {
                throw new IllegalArgumentException(name + ": " + max + ", allowed 1 or more");
            }
        }

        int taken() {
            return max - free.availablePermits();
        }
    }

    /** Asks for a place for a request. */
    public Answer enter() {
        return enter(requests);
    }

    /** Asks for a place for a stream of events. */
    public Answer enterStream() {
        return enter(streams);
    }

    private Answer enter(Places places) {
        if (stopping.get()) {
            return new Answer.Stopping();
        }
        boolean acquired = places.free().tryAcquire();
        if (acquired) {
            inside.acquireUninterruptibly();
        }
        // The door may have closed meanwhile, and who waits for those inside may have found nobody.
        if (stopping.get()) {
            if (acquired) {
                leave(places.free());
            }
            return new Answer.Stopping();
        }
        if (acquired) {
            return new Answer.Entered(new Permit(places.free()));
        }
        shedCount.incrementAndGet();
        return new Answer.Overloaded(RETRY_AFTER);
    }

    private void leave(Semaphore places) {
        places.release();
        inside.release();
    }

    /** From now on nobody enters; those inside finish. */
    public void stop() {
        stopping.set(true);
    }

    public boolean isStopping() {
        return stopping.get();
    }

    /**
     * Waits until nobody is inside.
     *
     * @return false if somebody still was when the time ran out
     */
    public boolean awaitEmpty(Duration timeout) throws InterruptedException {
        boolean empty = inside.tryAcquire(insideMax, timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (empty) {
            inside.release(insideMax);
        }
        return empty;
    }

    /** How many are inside, streams among them. */
    public int inFlight() {
        return requests.taken() + streams.taken();
    }

    /** How many streams are open. */
    public int streams() {
        return streams.taken();
    }

    /** How many requests and streams were turned away because too many were inside. */
    public long shedCount() {
        return shedCount.get();
    }
}
