package io.traceops.adapter.otlp.wire;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.traceops.domain.event.Text;
import java.util.Set;

/**
 * Shows every record of an export, one after the other: each span, log record or metric. The three kinds of export nest
 * alike and number their fields alike, so one walk serves them all.
 */
public final class ExportWalk {
    private static final int RESOURCE_GROUPS =
            ExportTraceServiceRequest.RESOURCE_SPANS_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int RESOURCE =
            ResourceSpans.RESOURCE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int SCOPE_GROUPS =
            ResourceSpans.SCOPE_SPANS_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int SCOPE = ScopeSpans.SCOPE_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int RECORDS = ScopeSpans.SPANS_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int ATTRIBUTES =
            Resource.ATTRIBUTES_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int NAME =
            InstrumentationScope.NAME_FIELD_NUMBER << FieldCursor.NUMBER | FieldCursor.DELIMITED;
    private static final int SCOPE_LENGTH_MAX = 256;

    private final Set<String> wellKnown;
    private final Visitor visitor;

    private ExportWalk(Set<String> wellKnown, Visitor visitor) {
        this.wellKnown = wellKnown;
        this.visitor = visitor;
    }

    /** Sees the records. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Origin origin, Slice telemetryRecord) throws MalformedExport;
    }

    /** @param wellKnown the attributes of the resource that are kept however many there are */
    public static void over(Slice export, Set<String> wellKnown, Visitor visitor) throws MalformedExport {
        ExportWalk walk = new ExportWalk(wellKnown, visitor);
        FieldCursor field = export.fields();
        while (field.next()) {
            if (field.tag() == RESOURCE_GROUPS) {
                walk.resourceGroup(field.slice());
            }
        }
    }

    private void resourceGroup(Slice group) throws MalformedExport {
        Attributes resource = resource(group);
        FieldCursor field = group.fields();
        while (field.next()) {
            if (field.tag() == SCOPE_GROUPS) {
                scopeGroup(field.slice(), resource);
            }
        }
    }

    /** The resource may come behind what it describes. */
    private Attributes resource(Slice group) throws MalformedExport {
        Attributes attributes = new Attributes(wellKnown);
        FieldCursor field = group.fields();
        while (field.next()) {
            if (field.tag() == RESOURCE) {
                FieldCursor inner = field.slice().fields();
                while (inner.next()) {
                    if (inner.tag() == ATTRIBUTES) {
                        attributes.add(inner.slice());
                    }
                }
            }
        }
        return attributes;
    }

    private void scopeGroup(Slice group, Attributes resource) throws MalformedExport {
        Origin origin = new Origin(resource, scope(group));
        FieldCursor field = group.fields();
        while (field.next()) {
            if (field.tag() == RECORDS) {
                visitor.visit(origin, field.slice());
            }
        }
    }

    private static String scope(Slice group) throws MalformedExport {
        String name = "";
        FieldCursor field = group.fields();
        while (field.next()) {
            if (field.tag() == SCOPE) {
                FieldCursor inner = field.slice().fields();
                while (inner.next()) {
                    if (inner.tag() == NAME) {
                        name = Text.cut(inner.slice().text(SCOPE_LENGTH_MAX), SCOPE_LENGTH_MAX);
                    }
                }
            }
        }
        return name;
    }
}
