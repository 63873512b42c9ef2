package io.traceops.adapter.otlp.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * Makes sure that bytes are a message of a kind before any of it is used, so that an export that cannot be read to its
 * end leaves nothing behind. Allocates a little for each nested message and keeps none of it.
 */
public final class WireCheck {
    /** Deeper values are not looked into, neither here nor by who reads them. */
    private static final int DEPTH_MAX = 64;

    private WireCheck() {}

    /** @throws MalformedExport if the bytes are no such message */
    public static void check(Slice message, Descriptor kind) throws MalformedExport {
        check(message, kind, DEPTH_MAX);
    }

    private static void check(Slice message, Descriptor kind, int depthMax) throws MalformedExport {
        FieldCursor field = message.fields();
        while (field.next()) {
            if (!field.isDelimited() || depthMax == 0) {
                continue;
            }
            FieldDescriptor known = kind.findFieldByNumber(field.number());
            if (known != null && known.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                check(field.slice(), known.getMessageType(), depthMax - 1);
            }
        }
    }
}
