package tacit.channel.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tacit.api.channel.Signing;

/** Signs and checks as a channel says; the only place that uses the secret of a webhook. Immutable, thread-safe. */
public final class Signatures {

    /** Before a secret in Base64, as the Standard Webhooks specification writes it. */
    private static final String ENCODED = "whsec_";

    // What separates the parts of a content must not stand in an id, or parts could be moved
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:-]{1,256}");
    private static final Pattern PART = Pattern.compile("\\{(?:id|timestamp|body)\\}");

    private final Signing signing;
    private final SecretKeySpec key;

    public Signatures(Signing signing, Secret secret) {
        this.signing = signing;
        this.key = new SecretKeySpec(bytes(secret.reveal()), signing.algorithm());
    }

    private static byte[] bytes(String secret) {
        if (!secret.startsWith(ENCODED)) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(ENCODED.length()));
        } catch (IllegalArgumentException e) {
            // The cause would quote what it could not read
            throw new IllegalArgumentException("secret must be Base64 after " + ENCODED);
        }
    }

    /**
     * Why a delivery is not believed; null when it is.
     *
     * @param header the value of a header, or null
     */
    public @Nullable String refusal(
            Function<String, @Nullable String> header, String body, Instant now, Duration tolerance) {
        String id = signing.idHeader() == null ? "" : header.apply(signing.idHeader());
        if (signing.idHeader() != null && (id == null || !ID.matcher(id).matches())) {
            return "The header " + signing.idHeader()
                    + " must have 1 to 256 letters, digits, underscores, colons and hyphens";
        }
        String time = signing.timestampHeader() == null ? "" : header.apply(signing.timestampHeader());
        if (signing.timestampHeader() != null && !isNear(time, now, tolerance)) {
            return "The header " + signing.timestampHeader() + " must be a time within " + tolerance.toSeconds()
                    + " s of now, in seconds since 1970";
        }
        String claimed = header.apply(signing.signatureHeader());
        if (claimed == null || claimed.isBlank()) {
            return "The header " + signing.signatureHeader() + " must be given";
        }
        return isGenuine(claimed, signature(id == null ? "" : id, time == null ? "" : time, body))
                ? null
                : "The signature does not fit";
    }

    private static boolean isNear(@Nullable String time, Instant now, Duration tolerance) {
        if (time == null || !time.matches("\\d{1,12}")) {
            return false;
        }
        long apart = Math.abs(now.getEpochSecond() - Long.parseLong(time));
        return apart <= tolerance.toSeconds();
    }

    /** Looks at all that are claimed, and at each to its end: how long it takes tells nothing. */
    private boolean isGenuine(String claimed, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (String one : claimed.strip().split(" ", -1)) {
            genuine |= MessageDigest.isEqual(wanted, one.getBytes(StandardCharsets.UTF_8));
        }
        return genuine;
    }

    /** The headers by which a receiver can check a body. */
    public SortedMap<String, String> headers(String id, Instant at, String body) {
        SortedMap<String, String> headers = new TreeMap<>();
        String time = String.valueOf(at.getEpochSecond());
        if (signing.idHeader() != null) {
            headers.put(signing.idHeader(), id);
        }
        if (signing.timestampHeader() != null) {
            headers.put(signing.timestampHeader(), time);
        }
        headers.put(signing.signatureHeader(), signature(id, time, body));
        return headers;
    }

    private String signature(String id, String time, String body) {
        Map<String, String> parts = Map.of(Signing.ID, id, Signing.TIMESTAMP, time, Signing.BODY, body);
        String signed =
                PART.matcher(signing.content()).replaceAll(part -> Matcher.quoteReplacement(parts.get(part.group())));
        try {
            Mac mac = Mac.getInstance(signing.algorithm());
            mac.init(key);
            byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return signing.prefix()
                    + (signing.encoding() == Signing.Encoding.HEX
                            ? HexFormat.of().formatHex(hash)
                            : Base64.getEncoder().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with " + signing.algorithm(), e);
        }
    }
}
