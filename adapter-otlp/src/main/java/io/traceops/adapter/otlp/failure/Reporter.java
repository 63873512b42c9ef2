package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.Attributes;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Text;
import java.util.Optional;

/** What reports, as its resource says: read once for all of its records. Immutable. */
final class Reporter {
    /** What OpenTelemetry calls a service that nobody named. */
    static final String SERVICE_UNKNOWN = "unknown_service";

    private static final int VALUE_LENGTH_MAX = 256;

    /** The resource is said again with every failure, so little of it beside what is asked for by name. */
    private static final int OTHERS_BYTES_MAX = 2_048;

    private final Attributes resource;
    private final String service;
    private final Optional<String> release;
    private final Optional<String> environment;
    private final Optional<String> namespace;
    private final Optional<String> language;
    private final JsonObject others;

    private Reporter(Attributes resource) throws MalformedExport {
        this.resource = resource;
        this.service = serviceName(text(Names.SERVICE_NAME).orElse(""));
        this.release = text(Names.SERVICE_VERSION);
        Optional<String> environmentName = text(Names.ENVIRONMENT_NAME);
        this.environment = environmentName.isPresent() ? environmentName : text(Names.ENVIRONMENT);
        this.namespace = text(Names.SERVICE_NAMESPACE);
        this.language = text(Names.SDK_LANGUAGE);
        this.others = MetadataWriter.others(OTHERS_BYTES_MAX, resource);
    }

    static Reporter of(Attributes resource) throws MalformedExport {
        return new Reporter(resource);
    }

    String service() {
        return service;
    }

    /** Its own attributes: of a program that serves one person, they may say whom. */
    Attributes attributes() {
        return resource;
    }

    void describe(MetadataWriter metadata) {
        metadata.text("release", release, VALUE_LENGTH_MAX);
        metadata.text("environment", environment, VALUE_LENGTH_MAX);
        metadata.text("namespace", namespace, VALUE_LENGTH_MAX);
        metadata.text("language", language, VALUE_LENGTH_MAX);
    }

    void describeFurther(MetadataWriter metadata) {
        metadata.object("resource", others);
    }

    private Optional<String> text(String name) throws MalformedExport {
        return resource.text(name, VALUE_LENGTH_MAX).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A name that could not be one is repaired rather than refused: it would take the events with it. */
    private static String serviceName(String name) {
        StringBuilder cleaned = new StringBuilder(name.length());
        name.chars().forEach(c -> cleaned.append(Character.isISOControl(c) ? ' ' : (char) c));
        String cut =
                Text.cut(cleaned.toString().strip(), ServiceName.LENGTH_MAX).strip();
        return cut.isEmpty() ? SERVICE_UNKNOWN : cut;
    }
}
