package tacit.pulse.profiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import tacit.api.ingest.Redactor;

/** Checks names that come from outside, and makes ids. */
final class Names {

    private static final int LONGEST_ROLE = 100;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int ID_DIGITS = 20;
    private static final String TWIN = "twin-";

    private Names() {}

    /** Answers the role when a profile may act for it. */
    static String role(String agentRoleId) {
        plain("agentRoleId", agentRoleId, LONGEST_ROLE);
        if (isTwin(agentRoleId)) {
            throw new IllegalArgumentException("Cannot create a profile for role '" + agentRoleId
                    + "': a twin is a persona and owns no heartbeat, reflection or memory");
        }
        return agentRoleId;
    }

    static boolean isTwin(String roleId) {
        return roleId.strip().toLowerCase(Locale.ROOT).startsWith(TWIN);
    }

    static String id(String name, String id) {
        return plain(name, id, LONGEST_ID);
    }

    private static String plain(String name, String value, int longest) {
        if (value.isBlank()
                || value.length() > longest
                || value.chars().anyMatch(Character::isISOControl)
                || !value.equals(value.strip())) {
            throw new IllegalArgumentException(name + " must have 1 to " + longest
                    + " characters without control characters or blanks around, got " + value.length());
        }
        return value;
    }

    /** A reason as it is kept. */
    static String reason(Redactor redactor, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "reason must have at most " + LONGEST_REASON + " characters, got " + reason.length());
        }
        return redactor.redact(reason).text();
    }

    /** The id of a profile that is made for a role at a time. */
    static String profile(String agentRoleId, Instant now) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((agentRoleId + "\n" + now).getBytes(StandardCharsets.UTF_8));
            return "ap-" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
