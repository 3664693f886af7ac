package tacit.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Gives any id of a conversation a name that fits into a path, and back. */
final class ConversationNames {

    private static final String ENCODED = "b64~";
    private static final int LONGEST = 512;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@~-]{0,511}");

    private ConversationNames() {}

    static String name(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (PLAIN.matcher(id).matches() && !id.startsWith(ENCODED)) {
            return id;
        }
        String name =
                ENCODED + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("id must be shorter, got " + id.length() + " characters");
        }
        return name;
    }

    static String id(String name) {
        if (!name.startsWith(ENCODED)) {
            return name;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(name.substring(ENCODED.length()));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
