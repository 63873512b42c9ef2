package io.traceops.adapter.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Metrics that remember what they heard. */
final class RecordedCalls implements GrpcMetrics {
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final List<String> streams = new ArrayList<>();

    @Override
    public void callEnded(String method, String status, long durationNanos) {
        assert durationNanos >= 0;
        ended.add(method + " " + status);
    }

    @Override
    public synchronized void streamOpened(String method) {
        streams.add("open " + method);
    }

    @Override
    public synchronized void streamClosed(String method) {
        streams.add("close " + method);
    }

    /** Waits for the next call to end: its method and status. */
    String nextEnd() throws InterruptedException {
        return ended.take();
    }

    synchronized List<String> streams() {
        return List.copyOf(streams);
    }
}
