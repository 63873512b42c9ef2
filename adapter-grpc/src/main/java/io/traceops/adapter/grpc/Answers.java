package io.traceops.adapter.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.traceops.application.query.Answer;
import java.util.function.Function;

/** Sends what a use case answered. */
final class Answers {
    private Answers() {}

    static <A, M> void send(StreamObserver<M> client, Answer<A> answer, Function<? super A, ? extends M> mapping) {
        switch (answer) {
            case Answer.Found<A> found -> send(client, mapping.apply(found.value()));
            case Answer.NotFound<A> missing -> client.onError(Problems.notFound(missing.what(), missing.advice()));
            case Answer.Invalid<A> invalid ->
                client.onError(Problems.invalid(Problems.fields("", invalid.violations())));
        }
    }

    static <M> void send(StreamObserver<M> client, M message) {
        client.onNext(message);
        client.onCompleted();
    }

    /** Whether nobody waits for the answer of this thread's call any more, or its deadline has passed. */
    static boolean isCancelled() {
        return Context.current().isCancelled();
    }

    /** Ends a call that is cancelled; false if it is not. */
    static boolean endIfCancelled(StreamObserver<?> client) {
        boolean cancelled = isCancelled();
        if (cancelled) {
            client.onError(
                    Status.CANCELLED.withDescription("the call was cancelled").asRuntimeException());
        }
        return cancelled;
    }
}
