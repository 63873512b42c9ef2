package io.traceops.benchmarks.load;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.traceops.benchmarks.load.Comparison.Contender;
import io.traceops.benchmarks.load.Comparison.Goal;
import io.traceops.v1.CreateEventRequest;
import io.traceops.v1.EventServiceGrpc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ways in which events come in, each with what it is compared with. */
final class IngestPaths {
    static final String ECHO = "echo";
    static final String ECHO_CARRIED = "carried echo";
    static final String DROPPING = "dropping";
    static final String EMPTY_CALL = "empty call";
    static final String EMPTY_STORE = "empty";

    private static final String STORED = "memory";
    private static final int CONNECTIONS = 32;
    private static final int BATCH_CONNECTIONS = 4;
    private static final int BATCH_EVENTS = 1_000;
    private static final int STREAMS = 4;
    private static final int CHUNK_EVENTS = 500;
    private static final int MILLION = 1_000_000;

    private final ServerProcess server;
    private final Path folder;
    private final EventMix small = EventMix.small();
    private final EventMix realistic = EventMix.realistic();

    /** @param folder for files that load generators need */
    IngestPaths(ServerProcess server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    EventMix small() {
        return small;
    }

    List<Comparison> all() throws IOException {
        List<Comparison> all = new ArrayList<>();
        all.add(new Comparison(
                "post",
                List.of(
                        stored(posts("/events")),
                        dropping(posts("/events")),
                        new Contender(ECHO_CARRIED, new Store.Dropping(), posts("/echo/carried")),
                        new Contender(ECHO, new Store.Dropping(), posts("/echo"))),
                List.of(new Goal.Ratio(ECHO, 0.85))));
        all.add(new Comparison(
                "batch",
                List.of(
                        stored(batches("/events/batch")),
                        dropping(batches("/events/batch")),
                        new Contender(ECHO, new Store.Dropping(), batches("/echo/tokens"))),
                List.of(new Goal.Rate(250_000), new Goal.Ratio(DROPPING, 0.8))));
        all.add(streams("ndjson", ndjson(small), List.of(new Goal.Rate(250_000), new Goal.Ratio(DROPPING, 0.8))));
        all.add(streams("ndjson-mix", ndjson(realistic), List.of(new Goal.Ratio(DROPPING, 0.8))));
        all.add(new Comparison(
                "grpc-unary",
                List.of(
                        stored(unary()),
                        dropping(unary()),
                        new Contender(EMPTY_CALL, new Store.Dropping(), emptyCalls())),
                List.of(new Goal.Ratio(EMPTY_CALL, 0.85))));
        all.add(streams("grpc-stream", grpc(small), List.of(new Goal.Rate(250_000), new Goal.Ratio(DROPPING, 0.8))));
        all.add(streams("grpc-stream-mix", grpc(realistic), List.of(new Goal.Ratio(DROPPING, 0.8))));
        all.add(full("full-post", posts("/events")));
        all.add(full("full-ndjson", ndjson(small)));
        all.add(full("full-grpc", grpc(small)));
        return all;
    }

    private static Comparison streams(String path, Load load, List<Goal> goals) {
        return new Comparison(path, List.of(stored(load), dropping(load)), goals);
    }

    /** A store with a million events, with room for more and without, against one that starts empty. */
    private static Comparison full(String path, Load load) {
        return new Comparison(
                path,
                List.of(
                        new Contender("1 M stored", new Store.Memory(20 * MILLION, MILLION), load),
                        new Contender("1 M, bound", new Store.Memory(MILLION, MILLION), load),
                        new Contender(EMPTY_STORE, Store.EMPTY, load)),
                List.of(new Goal.Ratio(EMPTY_STORE, 0.9)));
    }

    private static Contender stored(Load load) {
        return new Contender(STORED, Store.EMPTY, load);
    }

    private static Contender dropping(Load load) {
        return new Contender(DROPPING, new Store.Dropping(), load);
    }

    private Load posts(String path) throws IOException {
        return WrkLoad.isInstalled()
                ? WrkLoad.of(server.httpPort(), path, CONNECTIONS, folder, small.json())
                : new HttpLoad(server.httpPort(), CONNECTIONS, HttpRequests.posts(path, small.json()), 1);
    }

    private Load batches(String path) {
        List<byte[]> requests = HttpRequests.batches(path, small.json(), BATCH_EVENTS);
        return new HttpLoad(server.httpPort(), BATCH_CONNECTIONS, requests, BATCH_EVENTS);
    }

    private Load ndjson(EventMix events) {
        return NdjsonLoad.of(server.httpPort(), STREAMS, events.json());
    }

    private Load grpc(EventMix events) {
        return GrpcStreamLoad.of(server.grpcPort(), STREAMS, events.messages(), CHUNK_EVENTS);
    }

    private Load unary() {
        List<byte[]> requests = small.messages().stream()
                .map(event ->
                        CreateEventRequest.newBuilder().setEvent(event).build().toByteArray())
                .toList();
        return new GrpcUnaryLoad<>(
                server.grpcPort(), CONNECTIONS, RawBytes.of(EventServiceGrpc.getCreateEventMethod()), requests);
    }

    private Load emptyCalls() {
        List<byte[]> requests = List.of(HealthCheckRequest.getDefaultInstance().toByteArray());
        return new GrpcUnaryLoad<>(server.grpcPort(), CONNECTIONS, RawBytes.of(HealthGrpc.getCheckMethod()), requests);
    }
}
