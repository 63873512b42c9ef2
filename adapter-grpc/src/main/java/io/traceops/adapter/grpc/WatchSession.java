package io.traceops.adapter.grpc;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.traceops.application.watch.Next;
import io.traceops.application.watch.Watch;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.WatchIssuesResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One client that watches transitions. It has a thread of its own, which alone speaks to the client: it waits for the
 * next transition, and while the client is not ready to take one it waits for the client. Transitions wait in the feed
 * meanwhile, so a slow client costs no memory here.
 */
final class WatchSession implements Runnable, OpenStreams.Stoppable {
    private final Watch watch;
    private final Duration stallMax;
    private final Duration tokenInterval;
    private final OpenStreams openStreams;
    private final ServerCallStreamObserver<WatchIssuesResponse> client;
    private final String requestId;
    private final Thread thread;
    private volatile boolean stopping;
    private String lastToken;

    private WatchSession(
            Watch watch,
            GrpcSettings settings,
            OpenStreams openStreams,
            ServerCallStreamObserver<WatchIssuesResponse> client) {
        this.watch = watch;
        this.stallMax = settings.watcherStallMax();
        this.tokenInterval = settings.watcherTokenInterval();
        this.openStreams = openStreams;
        this.client = client;
        this.requestId = RequestIds.current();
        this.lastToken = watch.token();
        this.thread = Thread.ofVirtual().name("grpc-watch-" + requestId).unstarted(this);
    }

    /** Takes the watch over, and closes it when the call ends. */
    static void start(
            Watch watch,
            GrpcSettings settings,
            OpenStreams openStreams,
            ServerCallStreamObserver<WatchIssuesResponse> client) {
        WatchSession session = new WatchSession(watch, settings, openStreams, client);
        client.setOnReadyHandler(() -> LockSupport.unpark(session.thread));
        client.setOnCancelHandler(session.thread::interrupt);
        session.thread.start();
        openStreams.add(session);
    }

    @Override
    public void stop() {
        stopping = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        try (watch) {
            client.onError(watchUntilEnd());
        } catch (InterruptedException _) {
            // Cancelled by the client, unless it is us who stop.
            if (stopping) {
                client.onError(Problems.stoppingWatcher(lastToken));
            }
        } catch (RuntimeException failure) {
            if (!client.isCancelled()) {
                client.onError(FailureLog.note(
                        IssueServiceGrpc.getWatchIssuesMethod().getFullMethodName(), requestId, failure));
            }
        } finally {
            openStreams.remove(this);
        }
    }

    /** Tells the client of transitions until there is a reason not to go on. */
    private StatusRuntimeException watchUntilEnd() throws InterruptedException {
        client.onNext(IssueMessages.watched(lastToken));
        while (awaitClient()) {
            switch (watch.next(tokenInterval)) {
                case Next.Happened happened -> {
                    lastToken = happened.transition().token();
                    client.onNext(IssueMessages.watched(happened.transition()));
                }
                case Next.Nothing _ -> moveTokenOn();
                case Next.CutOff cutOff -> {
                    return Problems.watcherTooSlow(cutOff.token());
                }
                case Next.Expired _ -> {
                    return Problems.tokenExpired();
                }
            }
        }
        return Problems.watcherTooSlow(lastToken);
    }

    /** What did not concern the client moves its place all the same: without a newer token, it would expire. */
    private void moveTokenOn() {
        String token = watch.token();
        if (!token.equals(lastToken)) {
            lastToken = token;
            client.onNext(IssueMessages.watched(token));
        }
    }

    /** Waits until the client can take a message; false if it takes too long. */
    private boolean awaitClient() throws InterruptedException {
        long giveUpNanos = System.nanoTime() + stallMax.toNanos();
        while (!client.isReady()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long leftNanos = giveUpNanos - System.nanoTime();
            if (leftNanos <= 0) {
                return false;
            }
            LockSupport.parkNanos(client, leftNanos);
        }
        return true;
    }
}
