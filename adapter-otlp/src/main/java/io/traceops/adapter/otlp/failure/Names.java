package io.traceops.adapter.otlp.failure;

import java.util.Set;

/** The attributes that are asked for by name: OpenTelemetry's semantic conventions, today's and those before them. */
public final class Names {
    static final String EXCEPTION_TYPE = "exception.type";
    static final String EXCEPTION_MESSAGE = "exception.message";
    static final String EXCEPTION_STACKTRACE = "exception.stacktrace";
    static final String ERROR_TYPE = "error.type";
    static final String EVENT_NAME = "event.name";

    static final String HTTP_ROUTE = "http.route";
    static final String URL_PATH = "url.path";
    static final String HTTP_TARGET = "http.target";
    static final String URL_FULL = "url.full";
    static final String HTTP_URL = "http.url";
    static final String HTTP_REQUEST_METHOD = "http.request.method";
    static final String HTTP_METHOD = "http.method";
    static final String USER_ID = "user.id";
    static final String ENDUSER_ID = "enduser.id";

    static final String SERVICE_NAME = "service.name";
    static final String SERVICE_NAMESPACE = "service.namespace";
    static final String SERVICE_VERSION = "service.version";
    static final String ENVIRONMENT_NAME = "deployment.environment.name";
    static final String ENVIRONMENT = "deployment.environment";
    static final String SDK_LANGUAGE = "telemetry.sdk.language";

    /** What is read of a span, an event of a span or a log record. */
    static final Set<String> OF_RECORDS = Set.of(
            EXCEPTION_TYPE,
            EXCEPTION_MESSAGE,
            EXCEPTION_STACKTRACE,
            ERROR_TYPE,
            EVENT_NAME,
            HTTP_ROUTE,
            URL_PATH,
            HTTP_TARGET,
            URL_FULL,
            HTTP_URL,
            HTTP_REQUEST_METHOD,
            HTTP_METHOD,
            USER_ID,
            ENDUSER_ID);

    /** What is read of a resource. */
    public static final Set<String> OF_RESOURCES = Set.of(
            SERVICE_NAME,
            SERVICE_NAMESPACE,
            SERVICE_VERSION,
            ENVIRONMENT_NAME,
            ENVIRONMENT,
            SDK_LANGUAGE,
            USER_ID,
            ENDUSER_ID);

    /** What becomes a member of its own, and is not said again among the other attributes. */
    static final Set<String> MAPPED = Set.of(
            EXCEPTION_TYPE,
            EXCEPTION_MESSAGE,
            EXCEPTION_STACKTRACE,
            EVENT_NAME,
            HTTP_ROUTE,
            HTTP_REQUEST_METHOD,
            HTTP_METHOD,
            USER_ID,
            ENDUSER_ID,
            SERVICE_NAME,
            SERVICE_NAMESPACE,
            SERVICE_VERSION,
            ENVIRONMENT_NAME,
            ENVIRONMENT,
            SDK_LANGUAGE);

    private Names() {}
}
