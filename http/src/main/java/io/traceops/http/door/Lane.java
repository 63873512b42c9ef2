package io.traceops.http.door;

/** How a request is admitted. */
public enum Lane {
    /** It takes a place among the requests in flight. */
    REQUEST,
    /** It stays for long, and takes a place among the streams. */
    STREAM,
    /** It is always let in: it asks how the server is doing. */
    EXEMPT
}
