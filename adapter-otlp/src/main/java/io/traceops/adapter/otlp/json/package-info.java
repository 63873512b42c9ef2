/** Exports in JSON, turned into the bytes that they would be in protobuf. */
@NullMarked
package io.traceops.adapter.otlp.json;

import org.jspecify.annotations.NullMarked;
