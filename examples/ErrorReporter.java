import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.Event;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.EventType;
import io.traceops.v1.Issue;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.ListIssuesNeedingAttentionRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reports the errors of a service to TraceOps, and never makes the service wait for it or fail with it. */
public final class ErrorReporter implements AutoCloseable {
    private final ManagedChannel channel;
    private final String service;

    public ErrorReporter(String target, String service) {
        this.channel = ManagedChannelBuilder.forTarget(target).usePlaintext().build();
        this.service = service;
    }

    /** Reports in the background. A report that takes longer than five seconds is given up. */
    public Future<?> report(Throwable error, String route, String userId) {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        Instant now = Instant.now();
        Event event = Event.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setEventType(EventType.EVENT_TYPE_ERROR)
                .setServiceName(service)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setMessage(error.toString())
                .setMetadata(Struct.newBuilder()
                        .putFields("stack", text(stack.toString()))
                        .putFields("route", text(route))
                        .putFields("userId", text(userId)))
                .build();
        return EventServiceGrpc.newFutureStub(channel)
                .withDeadlineAfter(5, TimeUnit.SECONDS)
                .createEvent(CreateEventRequest.newBuilder().setEvent(event).build());
    }

    /** The issues of the service to fix first. */
    public List<Issue> needingAttention() {
        return IssueServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(5, TimeUnit.SECONDS)
                .listIssuesNeedingAttention(ListIssuesNeedingAttentionRequest.newBuilder()
                        .setServiceName(service)
                        .build())
                .getIssuesList();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    @Override
    public void close() {
        channel.shutdown();
    }

    /** Reports three errors, which are one issue, and asks what needs attention. */
    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        try (ErrorReporter reporter = new ErrorReporter("127.0.0.1:9090", "quotes")) {
            for (int sku = 17; sku < 20; sku++) {
                IllegalStateException error = new IllegalStateException("no price for SKU " + sku);
                reporter.report(error, "GET /prices/" + sku, "user-" + sku).get();
            }
            for (Issue issue : reporter.needingAttention()) {
                System.out.println(issue.getPriorityScore() + "  " + issue.getTitle());
                System.out.println("    " + issue.getPriorityReason());
            }
        }
    }
}
