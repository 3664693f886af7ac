package tacit.api.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What is answered to calls under a condition, and why. Immutable.
 *
 * @param id derived from condition and effect, so that a rule which is mined again keeps it
 * @param condition when it applies
 * @param effect what it answers: ask or deny, never allow
 * @param sentence what it says to people; never blank
 * @param evidence the runs that it was learned from
 */
public record GuardRule(
        String id, GuardCondition condition, GuardEffect effect, String sentence, GuardEvidence evidence) {

    private static final int DIGITS = 16;

    public GuardRule {
        Objects.requireNonNull(evidence, "evidence");
        if (effect == GuardEffect.ALLOW) {
            throw new IllegalArgumentException("effect must be ASK or DENY, got ALLOW");
        }
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("sentence must not be blank");
        }
        if (!id.equals(idOf(condition, effect))) {
            throw new IllegalArgumentException("id must be derived from the content, got '" + id + "'");
        }
    }

    /** A rule with the id that follows from its content. */
    public static GuardRule of(GuardCondition condition, GuardEffect effect, String sentence, GuardEvidence evidence) {
        return new GuardRule(idOf(condition, effect), condition, effect, sentence, evidence);
    }

    /** The id of every rule with this content, whatever it was learned from. */
    public static String idOf(GuardCondition condition, GuardEffect effect) {
        try {
            byte[] content = (condition.text() + " " + effect).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "guard-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot derive the id of a rule", e);
        }
    }
}
