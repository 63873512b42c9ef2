package io.traceops.architecture.planted.application;

import java.net.InetSocketAddress;

final class OpensSockets {
    private OpensSockets() {}

    static InetSocketAddress address(int port) {
        return InetSocketAddress.createUnresolved("localhost", port);
    }
}
