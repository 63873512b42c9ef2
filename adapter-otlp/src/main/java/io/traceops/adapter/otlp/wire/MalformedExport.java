package io.traceops.adapter.otlp.wire;

import java.io.IOException;

/** An export that cannot be read, whoever sends it again. The message says why, and may be shown to the client. */
public final class MalformedExport extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedExport(String why) {
        super(why);
    }

    public MalformedExport(String why, Throwable cause) {
        super(why, cause);
    }
}
