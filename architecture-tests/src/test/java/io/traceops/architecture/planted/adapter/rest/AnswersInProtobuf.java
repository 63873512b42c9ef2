package io.traceops.architecture.planted.adapter.rest;

import com.google.protobuf.ByteString;

final class AnswersInProtobuf {
    private AnswersInProtobuf() {}

    static ByteString answer(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
