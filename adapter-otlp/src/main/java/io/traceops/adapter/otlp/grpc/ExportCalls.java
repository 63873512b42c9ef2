package io.traceops.adapter.otlp.grpc;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.Admission.Permit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Lets exports in, or turns them away when their headers arrive and nothing else has been read. Thread-safe. */
final class ExportCalls {
    /** How long a client may take to send an export; while it does, it holds a place that others want. */
    static final Duration ARRIVAL_TIME_MAX = Duration.ofSeconds(30);

    private final ScheduledExecutorService waiting = waiting();
    private final ExportIntake intake;
    private final Admission admission;
    private final ExportBudget budget;
    private final ExportMarshaller marshaller;

    /** Has a party for each call under way, and one for whoever waits until there is none. */
    private final Phaser underWay = new Phaser(1);

    ExportCalls(ExportIntake intake, Admission admission, ExportBudget budget) {
        this.intake = intake;
        this.admission = admission;
        this.budget = budget;
        this.marshaller = new ExportMarshaller(budget);
    }

    private static ScheduledExecutorService waiting() {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("otlp-waiting").factory());
        one.setRemoveOnCancelPolicy(true);
        return one;
    }

    /** The same service as reflection shows it, but with exports that come as bytes, and are served here. */
    ServerServiceDefinition serving(ServerServiceDefinition generated, Signal signal) {
        ServerMethodDefinition<?, ?> export = generated.getMethods().iterator().next();
        MethodDescriptor<RawExport, Message> method = method(export.getMethodDescriptor());
        ServiceDescriptor descriptor = ServiceDescriptor.newBuilder(
                        generated.getServiceDescriptor().getName())
                .setSchemaDescriptor(generated.getServiceDescriptor().getSchemaDescriptor())
                .addMethod(method)
                .build();
        return ServerServiceDefinition.builder(descriptor)
                .addMethod(method, (call, _) -> begin(call, signal))
                .build();
    }

    /** What is answered is the message that the signal's method wants. */
    @SuppressWarnings("unchecked")
    private MethodDescriptor<RawExport, Message> method(MethodDescriptor<?, ?> generated) {
        Marshaller<Message> answers = (Marshaller<Message>) generated.getResponseMarshaller();
        return generated.toBuilder(marshaller, answers).build();
    }

    private Listener<RawExport> begin(ServerCall<RawExport, Message> call, Signal signal) {
        return switch (admission.enter()) {
            case Admission.Answer.Entered entered -> {
                underWay.register();
                call.request(2);
                yield begin(call, signal, entered.permit());
            }
            case Admission.Answer.Overloaded overloaded -> turnAway(call, Problems.overloaded(overloaded.retryAfter()));
            case Admission.Answer.Stopping _ -> turnAway(call, Problems.stopping());
        };
    }

    private ExportCall begin(ServerCall<RawExport, Message> call, Signal signal, Permit permit) {
        AtomicReference<Optional<Future<?>>> limit = new AtomicReference<>(Optional.empty());
        ExportCall begun = new ExportCall(call, signal, intake, bytesTaken -> {
            limit.get().ifPresent(waiting -> waiting.cancel(false));
            budget.giveBack(bytesTaken);
            permit.close();
            underWay.arriveAndDeregister();
        });
        limit.set(Optional.of(waiting.schedule(begun::endWaiting, ARRIVAL_TIME_MAX.toNanos(), TimeUnit.NANOSECONDS)));
        return begun;
    }

    /** Lets go of what the calls share, once none is under way. */
    void close() {
        waiting.shutdownNow();
    }

    private static Listener<RawExport> turnAway(ServerCall<?, ?> call, StatusRuntimeException answer) {
        close(call, answer);
        return new Listener<>() {};
    }

    static void close(ServerCall<?, ?> call, StatusRuntimeException answer) {
        Status status = answer.getStatus();
        call.close(status, Optional.ofNullable(answer.getTrailers()).orElseGet(Metadata::new));
    }

    /** Waits until no call is under way, or the time runs out. Only once. */
    void awaitNone(Duration timeout) throws InterruptedException {
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arrive(), timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // Whoever is left is cut off next.
        }
    }
}
