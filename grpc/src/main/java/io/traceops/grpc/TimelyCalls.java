package io.traceops.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a call that is one message if that message does not arrive in time. Streams are let through as they are: whoever
 * sends or watches one may be silent for hours.
 *
 * <p>Nearly every call arrives at once, so that is what must cost nothing: a call puts itself into a set when it begins and
 * leaves the set when it has arrived, without a timer and without a lock that all calls take. One thread walks through those
 * that still wait, {@value #WALKS} times within the time that a call has.
 *
 * <p>Thread-safe.
 */
public final class TimelyCalls implements ServerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(TimelyCalls.class);

    private static final int WALKS = 30;

    private final Duration arrivalTimeMax;
    private final Function<? super Duration, StatusRuntimeException> answer;
    private final Set<Waiting<?>> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService walks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("grpc-arrivals").factory());

    /** @param answer what a call is answered that did not arrive within the time that it is told */
    public TimelyCalls(CallLimits limits, Function<? super Duration, StatusRuntimeException> answer) {
        this.arrivalTimeMax = limits.arrivalTimeMax();
        this.answer = answer;
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (call.getMethodDescriptor().getType() != MethodType.UNARY) {
            return next.startCall(call, headers);
        }
        ServerCall<Q, R> closedOnce = ClosedOnce.of(call);
        Waiting<Q> begun = new Waiting<>(closedOnce, next.startCall(closedOnce, headers), System.nanoTime());
        waiting.add(begun);
        return begun;
    }

    /** From now on, calls are ended. Once. */
    void start() {
        long nanos = Math.max(1, arrivalTimeMax.toNanos() / WALKS);
        ScheduledFuture<?> _ =
                walks.scheduleAtFixedRate(() -> endLate(System.nanoTime()), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends no call any more. */
    void close() {
        walks.shutdownNow();
    }

    /** How many calls have not arrived yet. */
    int waiting() {
        return waiting.size();
    }

    /** Ends the calls that have waited too long at a time, as {@link System#nanoTime} counts. */
    void endLate(long nowNanos) {
        for (Waiting<?> call : waiting) {
            if (nowNanos - call.sinceNanos >= arrivalTimeMax.toNanos()) {
                call.giveUp();
            }
        }
    }

    private final class Waiting<Q> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, ?> call;
        private final long sinceNanos;

        /** Whether nobody waits any more: the message is there, the call is over, or it was given up. */
        private final AtomicBoolean ended = new AtomicBoolean();

        Waiting(ServerCall<Q, ?> call, Listener<Q> handler, long sinceNanos) {
            super(handler);
            this.call = call;
            this.sinceNanos = sinceNanos;
        }

        /** Only now the handler begins to work and to answer: it does not, once the call was given up. */
        @Override
        public void onHalfClose() {
            if (end()) {
                super.onHalfClose();
            }
        }

        @Override
        public void onComplete() {
            end();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            end();
            super.onCancel();
        }

        void giveUp() {
            if (!end()) {
                return;
            }
            try {
                ClosedOnce.close(call, answer.apply(arrivalTimeMax));
            } catch (RuntimeException failure) {
                // The others are ended all the same.
                LOG.error("a call that did not arrive could not be ended", failure);
            }
        }

        private boolean end() {
            boolean first = ended.compareAndSet(false, true);
            if (first) {
                waiting.remove(this);
            }
            return first;
        }
    }
}
