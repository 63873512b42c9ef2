package io.traceops.adapter.sentry.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.traceops.http.door.FirstLook;
import jakarta.inject.Singleton;

/**
 * Folds the doubled slashes that a DSN with a slash at its end leads to. This happens before anyone reads the address,
 * since a redirect would not do: SDKs follow one without the body.
 */
@Singleton
final class FoldedSlashes extends FirstLook {
    private static final String PREFIX = "/api/";

    FoldedSlashes() {
        super("traceops-slashes", Fold::new);
    }

    /** The address with single slashes if it is one below {@code /api/}, else as it is. The query is left alone. */
    static String folded(String address) {
        int query = address.indexOf('?');
        int end = query < 0 ? address.length() : query;
        if (!address.startsWith("/") || address.lastIndexOf("//", end - 1) < 0) {
            return address;
        }
        StringBuilder path = new StringBuilder(address.length());
        for (int i = 0; i < end; i++) {
            boolean repeats = address.charAt(i) == '/' && i > 0 && address.charAt(i - 1) == '/';
            if (!repeats) {
                path.append(address.charAt(i));
            }
        }
        boolean isOurs = path.indexOf(PREFIX) == 0;
        return isOurs ? path.append(address, end, address.length()).toString() : address;
    }

    private static final class Fold extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                request.setUri(folded(request.uri()));
            }
            context.fireChannelRead(message);
        }
    }
}
