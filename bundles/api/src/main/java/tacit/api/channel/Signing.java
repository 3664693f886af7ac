package tacit.api.channel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery is signed: the host, which alone knows the secret, checks what comes in by it and signs what goes out.
 * Immutable.
 *
 * @param algorithm of {@code javax.crypto.Mac}, one with HMAC
 * @param encoding of the signature in its header
 * @param signatureHeader the header that holds it; several stand in it with blanks between while a secret changes
 * @param prefix what stands before the signature, such as {@code v1,}
 * @param idHeader the header with the delivery's id; null when a message itself has one
 * @param timestampHeader the header with the time, in seconds since 1970; null when there is none, so that a replay is known
 *     by its id only
 * @param content what is signed, with {@code {id}}, {@code {timestamp}} and {@code {body}}; the body must be in it, and so must
 *     be the id and the time where they have headers
 */
public record Signing(
        String algorithm,
        Encoding encoding,
        String signatureHeader,
        String prefix,
        @Nullable String idHeader,
        @Nullable String timestampHeader,
        String content) {

    /** How bytes are written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    /** Where the delivery's id goes. */
    public static final String ID = "{id}";

    /** Where the time goes. */
    public static final String TIMESTAMP = "{timestamp}";

    /** Where the body goes. */
    public static final String BODY = "{body}";

    public Signing {
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(prefix, "prefix");
        if (!algorithm.startsWith("Hmac")) {
            throw new IllegalArgumentException("algorithm must be one with HMAC, got '" + algorithm + "'");
        }
        if (signatureHeader.isBlank()) {
            throw new IllegalArgumentException("signatureHeader must not be blank");
        }
        needs(content, true, BODY);
        needs(content, idHeader != null, ID);
        needs(content, timestampHeader != null, TIMESTAMP);
    }

    private static void needs(String content, boolean needed, String part) {
        if (content.contains(part) != needed) {
            throw new IllegalArgumentException(
                    "content must " + (needed ? "" : "not ") + "hold " + part + ", got '" + content + "'");
        }
    }
}
