package tacit.evidence.otlp.wire;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the ids of traces and spans: bytes in protobuf, hexadecimal digits in JSON. */
final class Identifiers {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private Identifiers() {}

    static String trace(byte[] bytes) {
        return required("traceId", HexFormat.of().formatHex(bytes), TRACE_BYTES);
    }

    static String span(byte[] bytes) {
        return required("spanId", HexFormat.of().formatHex(bytes), SPAN_BYTES);
    }

    static @Nullable String optional(String name, byte[] bytes, boolean trace) {
        return optional(name, HexFormat.of().formatHex(bytes), trace);
    }

    static String trace(String hex) {
        return required("traceId", hex, TRACE_BYTES);
    }

    static String span(String hex) {
        return required("spanId", hex, SPAN_BYTES);
    }

    /** An id that may be absent; one of zeros counts as absent. */
    static @Nullable String optional(String name, String hex, boolean trace) {
        return isZero(hex) ? null : required(name, hex, trace ? TRACE_BYTES : SPAN_BYTES);
    }

    private static String required(String name, String hex, int bytes) {
        if (hex.length() != 2 * bytes) {
            throw new BadItemException(
                    name + " must be " + bytes + " bytes, got " + hex.length() + " hexadecimal digits");
        }
        if (!hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new BadItemException(name + " must be hexadecimal");
        }
        if (isZero(hex)) {
            throw new BadItemException(name + " must not be all zeros");
        }
        return hex.toLowerCase(Locale.ROOT);
    }

    private static boolean isZero(String hex) {
        return hex.chars().allMatch(digit -> digit == '0');
    }
}
