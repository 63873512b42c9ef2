package io.traceops.adapter.grpc;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** The client's side of a stream: what came is kept, and nothing is read that was not asked for. */
final class StreamClient<Q, R> implements ClientResponseObserver<Q, R> {
    private final int initialRequest;
    private final BlockingQueue<R> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    private final AtomicReference<ClientCallStreamObserver<Q>> call = new AtomicReference<>();

    private StreamClient(int initialRequest) {
        this.initialRequest = initialRequest;
    }

    /** Reads whatever comes. */
    static <Q, R> StreamClient<Q, R> eager() {
        return new StreamClient<>(Integer.MAX_VALUE);
    }

    /** Reads so many answers, then only what {@link #request} asks for. */
    static <Q, R> StreamClient<Q, R> reading(int answers) {
        return new StreamClient<>(answers);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> requestStream) {
        requestStream.disableAutoRequestWithInitial(initialRequest);
        call.set(requestStream);
    }

    ClientCallStreamObserver<Q> call() {
        return call.get();
    }

    void request(int answers) {
        call.get().request(answers);
    }

    R next() throws InterruptedException {
        return answers.take();
    }

    int waiting() {
        return answers.size();
    }

    /** What the stream ended with. */
    Status.Code end() throws InterruptedException, ExecutionException {
        return end.get().map(Status::fromThrowable).orElse(Status.OK).getCode();
    }

    Refusal refusal() throws InterruptedException, ExecutionException {
        return Refusal.of(end.get().orElseThrow());
    }

    @Override
    public void onNext(R answer) {
        answers.add(answer);
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(Optional.of(failure));
    }

    @Override
    public void onCompleted() {
        end.complete(Optional.empty());
    }
}
