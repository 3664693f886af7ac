package tacit.evidence.otlp.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;

/** Reads a protobuf message, or says at which byte it breaks. */
final class ProtobufBody {

    private ProtobufBody() {}

    static <M> M parse(byte[] body, Parser<M> parser) {
        CodedInputStream in = CodedInputStream.newInstance(body);
        in.setRecursionLimit(Nesting.PROTOBUF_DEPTH);
        try {
            M message = parser.parseFrom(in);
            in.checkLastTagWas(0);
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new UndecodableException("byte " + in.getTotalBytesRead(), reason(e));
        }
    }

    private static String reason(InvalidProtocolBufferException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("UTF-8")) {
            return "Body holds a text that is not UTF-8";
        }
        if (message.contains("too many levels of nesting")) {
            return "Body is nested deeper than " + Nesting.PROTOBUF_DEPTH + " levels";
        }
        return message.contains("ended unexpectedly")
                ? "Body is cut off in the middle of a field"
                : "Body is no protobuf message of this request";
    }

    static Emitter emitter(Resource resource, InstrumentationScope scope) {
        try {
            return new Emitter(ProtobufValues.attributes(resource.getAttributesList()), scope.getName());
        } catch (BadItemException e) {
            throw new UndecodableException("resource", "Resource cannot be read: " + e.getMessage());
        }
    }
}
