package io.traceops.http.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;

/**
 * Makes a body whose chunks are not framed as HTTP has it a broken one. The decoder ends such a body as if it were
 * complete and only marks its end as a failure, which nobody looks at: a client would be told that all is stored while a
 * part of what it sent was never read.
 */
@Singleton
final class BrokenFraming extends FirstLook {
    BrokenFraming() {
        super("traceops-framing", Check::new);
    }

    /** Passes on what is sound, and in place of a part that is not, its failure. */
    private static final class Check extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpContent content
                    && !(message instanceof HttpRequest)
                    && content.decoderResult().isFailure()) {
                Throwable cause = content.decoderResult().cause();
                ReferenceCountUtil.release(content);
                context.fireExceptionCaught(cause);
            } else {
                context.fireChannelRead(message);
            }
        }
    }
}
