package io.traceops.adapter.grpc;

import io.grpc.StatusRuntimeException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes unexpected failures to the log, each under an id that the client learns too. */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    /**
     * @param method the full name of the method that failed
     * @return what to tell the client
     */
    static StatusRuntimeException note(String method, String requestId, Throwable failure) {
        String errorId = newId();
        LOG.error("{} failed; error id {}, request id {}", method, errorId, requestId, failure);
        return Problems.serverFault(errorId);
    }

    /** 16 hexadecimal digits, good enough to find a line in a log. */
    static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
