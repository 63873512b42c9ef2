package io.traceops.architecture.planted.adapter.grpc;

import com.google.protobuf.ByteString;
import io.traceops.architecture.planted.v1.LawfulMessage;

final class LawfulService {
    private LawfulService() {}

    static LawfulMessage answer(String text) {
        return new LawfulMessage(ByteString.copyFromUtf8(text));
    }
}
