package io.traceops.architecture.planted.v1;

import com.google.protobuf.ByteString;

public record LawfulMessage(ByteString text) {}
