package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.traceops.v1.BatchCreateEventsRequest;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.CreateEventResponse;
import io.traceops.v1.Event;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.WatchIssuesResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {
    private static final MethodDescriptor<byte[], CreateEventResponse> CREATE =
            RawCalls.of(EventServiceGrpc.getCreateEventMethod());

    private final Engine engine = Engine.usual();

    @ParameterizedTest
    @MethodSource
    void createEvent_hostileBytes_isRefusedInvalid(byte[] bytes)
            throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            StreamClient<byte[], CreateEventResponse> client =
                    RawCalls.send(open.channel.newCall(CREATE, CallOptions.DEFAULT), bytes);

            assertThat(client.refusal().code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(engine.ledger.size().events()).isZero();
        }
    }

    static Stream<Arguments> createEvent_hostileBytes_isRefusedInvalid() throws IOException {
        return Stream.of(
                argumentSet("nothing", (Object) new byte[0]),
                argumentSet("a broken tag", (Object) new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}),
                argumentSet("a field without its bytes", (Object) new byte[] {10, 127}),
                argumentSet("a negative length", (Object) negativeLength()),
                argumentSet("invalid UTF-8 for a text", (Object) invalidUtf8()),
                argumentSet("groups without an end", (Object) openGroups()),
                argumentSet("text", (Object) "{\"event\":{}}".getBytes(StandardCharsets.UTF_8)),
                argumentSet("levels without end", (Object) deep(10_000)),
                argumentSet("one level too many", (Object) deep(33)),
                argumentSet("the fewest levels that the parser refuses", (Object) deep(40)),
                argumentSet("a value without a kind", (Object) withMember(Value.getDefaultInstance())),
                argumentSet("not a number", (Object) withMember(number(Double.NaN))),
                argumentSet("infinity", (Object) withMember(number(Double.NEGATIVE_INFINITY))),
                argumentSet("metadata too large", (Object) withMember(Samples.text("x".repeat(65_536)))),
                argumentSet("many members", (Object) manyMembers()),
                argumentSet("a time beyond time", (Object)
                        with(good().setTimestamp(Timestamp.newBuilder().setSeconds(Long.MIN_VALUE)))),
                argumentSet("a time before time", (Object)
                        with(good().setTimestamp(Timestamp.newBuilder().setSeconds(-1)))),
                argumentSet("the day after tomorrow", (Object)
                        with(good().setTimestamp(Samples.at("12:00:00").toBuilder()
                                .setSeconds(Samples.at("12:00:00").getSeconds() + 2 * 86_400)))),
                argumentSet("negative nanos", (Object)
                        with(good().setTimestamp(Timestamp.newBuilder().setNanos(-1)))),
                argumentSet("an unknown kind", (Object) with(good().setEventTypeValue(Integer.MIN_VALUE))),
                argumentSet("a long id", (Object) with(good().setId("x".repeat(1_000_000)))),
                argumentSet("a service of blanks", (Object) with(good().setServiceName(" \u2003 "))),
                argumentSet("a service with a bell", (Object) with(good().setServiceName("a\u0007b"))),
                argumentSet("a long message", (Object) with(good().setMessage("\uD83D\uDE00".repeat(4_097)))));
    }

    @ParameterizedTest
    @MethodSource
    void createEvent_oddButLawful_isStored(Event.Builder event) throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            CreateEventResponse response = open.events().createEvent(Samples.create(event));

            assertThat(response.getEvent().toBuilder().clearReceivedAt().build())
                    .isEqualTo(event.build());
            assertThat(open.events().createEvent(Samples.create(event)).getDuplicate())
                    .isTrue();
        }
    }

    static Stream<Arguments> createEvent_oddButLawful_isStored() {
        return Stream.of(
                argumentSet("zero bytes in a message", good().setMessage("a\u0000b")),
                argumentSet("the deepest metadata", good().setMetadata(Samples.nested(32))),
                argumentSet(
                        "emoji everywhere",
                        good().setServiceName("\uD83D\uDE00").setMessage("\uD83D\uDE00")),
                argumentSet("an empty name of a member", good().setMetadata(member("", number(-0.5)))),
                argumentSet("a huge number", good().setMetadata(member("n", number(Double.MAX_VALUE)))),
                argumentSet("a tiny number", good().setMetadata(member("n", number(Double.MIN_VALUE)))),
                argumentSet("an empty stack", good().setMetadata(member("stack", Samples.text("")))),
                argumentSet(
                        "a stack of anything",
                        good().setMetadata(member(
                                "stack",
                                Value.newBuilder()
                                        .setListValue(ListValue.newBuilder()
                                                .addValues(number(1))
                                                .addValues(Samples.text("at x")))
                                        .build()))),
                argumentSet("the longest message", good().setMessage("x".repeat(8_192))));
    }

    @Test
    void unary_noMessage_isRefusedInvalid() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            assertThat(RawCalls.send(open.channel.newCall(CREATE, CallOptions.DEFAULT))
                            .refusal()
                            .code())
                    .isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void unary_twoMessages_isRefusedInvalidAndStoresNothing()
            throws IOException, InterruptedException, ExecutionException {
        // A client's library allows one message for a unary method, so it is told that there may be many.
        MethodDescriptor<byte[], CreateEventResponse> lax = CREATE.toBuilder()
                .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                .build();
        try (OpenDoor open = OpenDoor.netty(engine)) {
            byte[] request = with(good());

            assertThat(RawCalls.send(open.channel.newCall(lax, CallOptions.DEFAULT), request, request)
                            .refusal()
                            .code())
                    .isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(engine.ledger.size().events()).isZero();
        }
    }

    @Test
    void watch_garbage_isRefusedInvalid() throws IOException, InterruptedException, ExecutionException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            StreamClient<byte[], WatchIssuesResponse> client = RawCalls.send(
                    open.channel.newCall(RawCalls.of(IssueServiceGrpc.getWatchIssuesMethod()), CallOptions.DEFAULT),
                    new byte[] {10, 127});

            assertThat(client.refusal().code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(engine.feed.watchers()).isZero();
        }
    }

    @Test
    void batch_deepMetadataInOne_namesThatOne() throws IOException {
        try (OpenDoor open = OpenDoor.netty(engine)) {
            BatchCreateEventsRequest.Builder batch = BatchCreateEventsRequest.newBuilder()
                    .addEvents(good())
                    .addEvents(good().setId("other").setMetadata(Samples.nested(33)));

            assertThat(Refusal.of(() -> open.events().batchCreateEvents(batch.build()))
                            .violations())
                    .containsOnlyKeys("events[1].metadata");
        }
    }

    private static Event.Builder good() {
        return Samples.error("e1", "shop", "boom");
    }

    private static byte[] with(Event.Builder event) {
        return Samples.create(event).toByteArray();
    }

    private static byte[] withMember(Value value) {
        return with(good().setMetadata(member("m", value)));
    }

    private static Struct member(String name, Value value) {
        return Struct.newBuilder().putFields(name, value).build();
    }

    private static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    private static byte[] manyMembers() {
        Struct.Builder struct = Struct.newBuilder();
        for (int i = 0; i < 100_000; i++) {
            struct.putFields("member" + i, number(i));
        }
        return with(good().setMetadata(struct));
    }

    /** Written without a builder: a message so deep cannot even be built by recursion. */
    private static byte[] deep(int levels) throws IOException {
        ByteString struct = ByteString.EMPTY;
        for (int level = 1; level < levels; level++) {
            struct = field(1, field(1, ByteString.copyFromUtf8("in")).concat(field(2, field(5, struct))));
        }
        ByteString event = good().build().toByteString().concat(field(6, struct));
        return field(CreateEventRequest.EVENT_FIELD_NUMBER, event).toByteArray();
    }

    private static ByteString field(int number, ByteString content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(bytes);
        coded.writeUInt32NoTag(number << 3 | 2);
        coded.writeUInt32NoTag(content.size());
        coded.flush();
        return ByteString.copyFrom(bytes.toByteArray()).concat(content);
    }

    private static byte[] negativeLength() {
        return new byte[] {10, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0x0f};
    }

    private static byte[] invalidUtf8() throws IOException {
        ByteString event = field(Event.MESSAGE_FIELD_NUMBER, ByteString.copyFrom(new byte[] {(byte) 0xc3, 0x28}));
        return field(CreateEventRequest.EVENT_FIELD_NUMBER, event).toByteArray();
    }

    private static byte[] openGroups() {
        byte[] groups = new byte[100_000];
        // The start of a group in an unknown field, again and again.
        java.util.Arrays.fill(groups, (byte) (15 << 3 | 3));
        return groups;
    }
}
