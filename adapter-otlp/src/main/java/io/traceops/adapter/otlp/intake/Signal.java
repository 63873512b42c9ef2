package io.traceops.adapter.otlp.intake;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** What an export holds. The messages of all signals are alike: an answer tells of a partial success by the same numbers. */
public enum Signal {
    TRACES(
            ExportTraceServiceRequest.getDescriptor(),
            ExportTraceServiceResponse.getDefaultInstance(),
            ExportTracePartialSuccess.getDescriptor()),
    LOGS(
            ExportLogsServiceRequest.getDescriptor(),
            ExportLogsServiceResponse.getDefaultInstance(),
            ExportLogsPartialSuccess.getDescriptor()),
    /** Taken and dropped, so that who sends everything to one place is not told off. */
    METRICS(
            ExportMetricsServiceRequest.getDescriptor(),
            ExportMetricsServiceResponse.getDefaultInstance(),
            ExportMetricsPartialSuccess.getDescriptor());

    private static final int PARTIAL_SUCCESS = 1;
    private static final int REJECTED = 1;
    private static final int ERROR_MESSAGE = 2;

    private final Descriptor request;
    private final Message taken;
    private final Descriptor partialSuccess;

    Signal(Descriptor request, Message taken, Descriptor partialSuccess) {
        this.request = request;
        this.taken = taken;
        this.partialSuccess = partialSuccess;
    }

    /** The message that an export is. */
    public Descriptor request() {
        return request;
    }

    /** What the number of its records that were not stored is called in JSON. */
    public String rejectedName() {
        return partialSuccess.findFieldByNumber(REJECTED).getJsonName();
    }

    /** Everything was taken. */
    Message answer() {
        return taken;
    }

    /** Some records were not. */
    Message answer(long rejected, String why) {
        FieldDescriptor field = taken.getDescriptorForType().findFieldByNumber(PARTIAL_SUCCESS);
        Message.Builder answer = taken.newBuilderForType();
        Message.Builder partial = answer.newBuilderForField(field)
                .setField(partialSuccess.findFieldByNumber(REJECTED), rejected)
                .setField(partialSuccess.findFieldByNumber(ERROR_MESSAGE), why);
        return answer.setField(field, partial.build()).build();
    }
}
