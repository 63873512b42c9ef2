package io.traceops.application.capture;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides at the door whether a request may come in, before any work is done for it. At most a fixed number is inside at
 * once; a request beyond it is shed at once rather than queued, so that those inside stay fast. Thread-safe.
 */
public final class Admission {
    /** How long a shed client is asked to wait. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore places;
    private final int inFlightMax;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong shedCount = new AtomicLong();

    /** @param inFlightMax the most requests inside at once, 1 or more */
    public Admission(int inFlightMax) {
        if (inFlightMax < 1) {
            throw new IllegalArgumentException("requests in flight: " + inFlightMax + ", allowed 1 or more");
        }
        this.inFlightMax = inFlightMax;
        this.places = new Semaphore(inFlightMax);
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
        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit() {}

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    public Answer enter() {
        if (stopping.get()) {
            return new Answer.Stopping();
        }
        if (places.tryAcquire()) {
            return new Answer.Entered(new Permit());
        }
        shedCount.incrementAndGet();
        return new Answer.Overloaded(RETRY_AFTER);
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
        boolean empty = places.tryAcquire(inFlightMax, timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (empty) {
            places.release(inFlightMax);
        }
        return empty;
    }

    public int inFlight() {
        return inFlightMax - places.availablePermits();
    }

    /** How many requests were turned away because too many were inside. */
    public long shedCount() {
        return shedCount.get();
    }
}
