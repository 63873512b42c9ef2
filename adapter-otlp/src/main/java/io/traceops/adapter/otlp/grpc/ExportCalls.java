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
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.application.capture.Admission;
import io.traceops.application.capture.Admission.Permit;
import io.traceops.application.capture.BodyBudget;
import io.traceops.grpc.ClosedOnce;
import io.traceops.grpc.TimelyCalls;

/** Lets exports in, or turns them away when their headers arrive and nothing else has been read. Thread-safe. */
final class ExportCalls {
    private final ExportIntake intake;
    private final Admission admission;
    private final TimelyCalls timelyCalls;
    private final ExportMarshaller marshaller;

    ExportCalls(ExportIntake intake, Admission admission, TimelyCalls timelyCalls, BodyBudget budget) {
        this.intake = intake;
        this.admission = admission;
        this.timelyCalls = timelyCalls;
        this.marshaller = new ExportMarshaller(budget);
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
                .addMethod(method, (call, headers) -> begin(call, headers, signal))
                .build();
    }

    /** What is answered is the message that the signal's method wants. */
    @SuppressWarnings("unchecked")
    private MethodDescriptor<RawExport, Message> method(MethodDescriptor<?, ?> generated) {
        Marshaller<Message> answers = (Marshaller<Message>) generated.getResponseMarshaller();
        return generated.toBuilder(marshaller, answers).build();
    }

    private Listener<RawExport> begin(ServerCall<RawExport, Message> call, Metadata headers, Signal signal) {
        return switch (admission.enter()) {
            case Admission.Answer.Entered entered ->
                timelyCalls.interceptCall(call, headers, (timely, _) -> letIn(timely, signal, entered.permit()));
            case Admission.Answer.Overloaded overloaded -> turnAway(call, Problems.overloaded(overloaded.retryAfter()));
            case Admission.Answer.Stopping _ -> turnAway(call, Problems.stopping());
        };
    }

    private ExportCall letIn(ServerCall<RawExport, Message> call, Signal signal, Permit permit) {
        // More than one message is refused, so it must be seen.
        call.request(2);
        return new ExportCall(call, signal, intake, permit::close);
    }

    private static Listener<RawExport> turnAway(ServerCall<?, ?> call, StatusRuntimeException answer) {
        ClosedOnce.close(call, answer);
        return new Listener<>() {};
    }
}
