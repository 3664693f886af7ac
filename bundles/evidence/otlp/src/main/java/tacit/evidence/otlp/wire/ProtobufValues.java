package tacit.evidence.otlp.wire;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns protobuf attribute values into JSON values; one without a value is left out. */
final class ProtobufValues {

    private ProtobufValues() {}

    static Map<String, Object> attributes(List<KeyValue> pairs) {
        return map(pairs, 0);
    }

    static @Nullable Object value(AnyValue value) {
        return value(value, 0);
    }

    private static Map<String, Object> map(List<KeyValue> pairs, int depth) {
        Map<String, Object> map = new LinkedHashMap<>(pairs.size() * 2);
        for (KeyValue pair : pairs) {
            Object value = value(pair.getValue(), depth);
            if (value != null) {
                map.put(pair.getKey(), value);
            }
        }
        return map;
    }

    private static @Nullable Object value(AnyValue value, int depth) {
        Nesting.check(depth);
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> Nesting.number(value.getDoubleValue());
            case BYTES_VALUE ->
                Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
            case ARRAY_VALUE -> list(value.getArrayValue().getValuesList(), depth + 1);
            case KVLIST_VALUE -> map(value.getKvlistValue().getValuesList(), depth + 1);
            default -> null;
        };
    }

    private static List<Object> list(List<AnyValue> values, int depth) {
        List<Object> list = new ArrayList<>(values.size());
        for (AnyValue element : values) {
            Object value = value(element, depth);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }
}
