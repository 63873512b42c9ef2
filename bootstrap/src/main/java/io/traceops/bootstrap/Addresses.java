package io.traceops.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be said of the addresses that a server listens at. */
final class Addresses {
    private Addresses() {}

    /** @throws UserMistake if the name leads to no address */
    static InetAddress resolve(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new UserMistake("--host " + host + " is no name or address that this machine knows");
        }
    }

    /** A URL under which this machine reaches a server that listens at the address. */
    static String url(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /**
     * What to tell whoever asked to listen where one cannot; empty if something else is the matter.
     *
     * @param portOption the option that sets the port
     */
    static Optional<UserMistake> whyNotListening(Throwable failure, InetAddress address, int port, String portOption) {
        String place = "port " + port + " of " + address.getHostAddress();
        return causes(failure)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .map(message -> {
                    if (message.contains("already in use")) {
                        return place + " is in use. Take another with " + portOption + ", or 0 for any free one.";
                    }
                    if (message.contains("permission denied")) {
                        return place + " may not be taken by this user. Take one from 1024 on with " + portOption + ".";
                    }
                    return message.contains("cannot assign")
                            ? address.getHostAddress() + " is not an address of this machine; see --host."
                            : "";
                })
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(UserMistake::new);
    }

    /** Whether a failure to listen says that it was at this port. */
    static boolean names(Throwable failure, int port) {
        return causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(":" + port));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
