package io.traceops.benchmarks.load;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;

/** A connection to the server's gRPC door. */
record GrpcChannel(ManagedChannel channel) implements AutoCloseable {
    private static final int FLOW_CONTROL_WINDOW_BYTES = 4 << 20;

    static GrpcChannel open(int port) {
        return new GrpcChannel(NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor()
                .flowControlWindow(FLOW_CONTROL_WINDOW_BYTES)
                .build());
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
