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

    /** 32 hexadecimal digits. Random, since it only has to differ from others; nobody gains anything by guessing it. */
    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
