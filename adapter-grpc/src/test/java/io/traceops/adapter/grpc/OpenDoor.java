package io.traceops.adapter.grpc;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.traceops.v1.EventServiceGrpc;
import io.traceops.v1.EventServiceGrpc.EventServiceBlockingStub;
import io.traceops.v1.EventServiceGrpc.EventServiceStub;
import io.traceops.v1.IssueServiceGrpc;
import io.traceops.v1.IssueServiceGrpc.IssueServiceBlockingStub;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** A door that is open, and a client before it. */
final class OpenDoor implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    final GrpcDoor door;
    final ManagedChannel channel;

    private OpenDoor(GrpcDoor door, ManagedChannel channel) {
        this.door = door;
        this.channel = channel;
    }

    static OpenDoor to(Engine engine, Transport transport) throws IOException {
        return switch (transport) {
            case IN_PROCESS -> inProcess(engine, settings(), GrpcMetrics.NONE);
            case NETTY -> netty(engine, settings(), GrpcMetrics.NONE);
        };
    }

    static OpenDoor inProcess(Engine engine, GrpcSettings settings, GrpcMetrics metrics) throws IOException {
        String name = UUID.randomUUID().toString();
        GrpcDoor door = new GrpcDoor(InProcessServerBuilder.forName(name), engine.useCases, settings, metrics);
        door.start();
        return new OpenDoor(door, InProcessChannelBuilder.forName(name).build());
    }

    static OpenDoor netty(Engine engine, GrpcSettings settings, GrpcMetrics metrics) throws IOException {
        GrpcDoor door = new GrpcDoor(engine.useCases, settings, metrics);
        door.start();
        ManagedChannel channel = NettyChannelBuilder.forAddress(HOST, door.port())
                .usePlaintext()
                .maxInboundMessageSize(64 * 1_024 * 1_024)
                .build();
        return new OpenDoor(door, channel);
    }

    static OpenDoor netty(Engine engine) throws IOException {
        return netty(engine, settings(), GrpcMetrics.NONE);
    }

    /** The defaults, on a port of its own. */
    static GrpcSettings settings() {
        GrpcSettings defaults = GrpcSettings.at(HOST, 0);
        return withBatchMax(defaults, Engine.BATCH_MAX);
    }

    static GrpcSettings withBatchMax(GrpcSettings settings, int batchMax) {
        return new GrpcSettings(
                settings.host(),
                settings.port(),
                batchMax,
                settings.messageBytesMax(),
                settings.callLimits(),
                settings.chunksInFlightMax(),
                settings.streamBytesInFlightMax(),
                settings.watcherStallMax(),
                settings.watcherTokenInterval());
    }

    /** Watchers that read nothing for this long are cut off; the others get a token this often. */
    static GrpcSettings withWatchers(Duration stallMax, Duration tokenInterval) {
        GrpcSettings settings = settings();
        return new GrpcSettings(
                settings.host(),
                settings.port(),
                settings.batchMax(),
                settings.messageBytesMax(),
                settings.callLimits(),
                settings.chunksInFlightMax(),
                settings.streamBytesInFlightMax(),
                stallMax,
                tokenInterval);
    }

    /** Calls of one message have so long to send it. */
    static GrpcSettings withArrivalTimeMax(Duration timeMax) {
        GrpcSettings settings = settings();
        return new GrpcSettings(
                settings.host(),
                settings.port(),
                settings.batchMax(),
                settings.messageBytesMax(),
                settings.callLimits().withArrivalTimeMax(timeMax),
                settings.chunksInFlightMax(),
                settings.streamBytesInFlightMax(),
                settings.watcherStallMax(),
                settings.watcherTokenInterval());
    }

    EventServiceBlockingStub events() {
        return EventServiceGrpc.newBlockingStub(channel);
    }

    EventServiceStub eventsAsync() {
        return EventServiceGrpc.newStub(channel);
    }

    IssueServiceBlockingStub issues() {
        return IssueServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        door.stop(Duration.ZERO);
    }
}
