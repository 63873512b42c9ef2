package io.traceops.adapter.otlp.intake;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** What an export holds. */
public enum Signal {
    TRACES(ExportTraceServiceRequest.getDescriptor(), "rejectedSpans") {
        @Override
        Message answer(long rejected, String why) {
            return ExportTraceServiceResponse.newBuilder()
                    .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                            .setRejectedSpans(rejected)
                            .setErrorMessage(why))
                    .build();
        }

        @Override
        Message answer() {
            return ExportTraceServiceResponse.getDefaultInstance();
        }
    },
    LOGS(ExportLogsServiceRequest.getDescriptor(), "rejectedLogRecords") {
        @Override
        Message answer(long rejected, String why) {
            return ExportLogsServiceResponse.newBuilder()
                    .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                            .setRejectedLogRecords(rejected)
                            .setErrorMessage(why))
                    .build();
        }

        @Override
        Message answer() {
            return ExportLogsServiceResponse.getDefaultInstance();
        }
    },
    /** Taken and dropped, so that who sends everything to one place is not told off. */
    METRICS(ExportMetricsServiceRequest.getDescriptor(), "rejectedDataPoints") {
        @Override
        Message answer(long rejected, String why) {
            return answer();
        }

        @Override
        Message answer() {
            return ExportMetricsServiceResponse.getDefaultInstance();
        }
    };

    private final Descriptor request;
    private final String rejectedName;

    Signal(Descriptor request, String rejectedName) {
        this.request = request;
        this.rejectedName = rejectedName;
    }

    /** The message that an export is. */
    public Descriptor request() {
        return request;
    }

    /** What the number of its records that were not stored is called in JSON. */
    public String rejectedName() {
        return rejectedName;
    }

    /** Everything was taken. */
    abstract Message answer();

    /** Some records were not. */
    abstract Message answer(long rejected, String why);
}
