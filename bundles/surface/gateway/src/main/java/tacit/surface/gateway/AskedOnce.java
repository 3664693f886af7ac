package tacit.surface.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.access.Principal;
import tacit.api.generation.Trials;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;

/** Reads the key of a call that shall be done once. Pure functions. */
final class AskedOnce {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private AskedOnce() {}

    /** Empty for a call that changes nothing, or names no key. */
    static Optional<Replays.Asked> of(String method, String address, Call call) {
        Optional<String> key = method.equals("POST") ? call.header(Replays.HEADER) : Optional.empty();
        return key.map(word -> asked(checked(word.strip()), method, address, call));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new HttpProblem(400, Replays.HEADER + " must have 1 to 200 visible ASCII characters");
        }
        return key;
    }

    private static Replays.Asked asked(String key, String method, String address, Call call) {
        Principal who = call.principal();
        MessageDigest place = sha256();
        for (String part : new String[] {
            who.name(), who.scope().workspaceId(), who.scope().user().orElse(""), method, address, key
        }) {
            add(place, part);
        }
        MessageDigest content = sha256();
        add(content, call.contentType().orElse(""));
        add(content, call.header(Trials.HEADER).orElse(""));
        call.query().forEach((name, values) -> {
            add(content, name);
            values.forEach(value -> add(content, value));
        });
        content.update(call.body());
        return new Replays.Asked(hex(place), hex(content));
    }

    /** With its length first, so that no two lists of parts look the same. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
