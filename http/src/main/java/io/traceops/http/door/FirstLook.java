package io.traceops.http.door;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.function.Supplier;

/** Lets a handler see everything that a connection brings before the HTTP server does. Beans extend it. */
public abstract class FirstLook implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final String name;
    private final Supplier<? extends ChannelHandler> handlers;

    /**
     * @param name the name of the handler in the pipeline of a connection
     * @param handlers makes one for each connection
     */
    protected FirstLook(String name, Supplier<? extends ChannelHandler> handlers) {
        this.name = name;
        this.handlers = handlers;
    }

    @Override
    public final NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Connections());
        return event.getBean();
    }

    private final class Connections implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return role == ChannelRole.LISTENER ? this : new Connection(connection);
        }
    }

    private final class Connection implements NettyServerCustomizer {
        private final Channel channel;

        Connection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline().addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, name, handlers.get());
        }
    }
}
