package tacit.learn.evals.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;

/** Names cases by what they ask: the same on every host. */
final class CaseKeys {

    private static final int LENGTH = 32;

    private CaseKeys() {}

    /** The id of a case: of the same situation with the same checks, in any order. */
    static String id(String workspace, Situation asked, List<AnswerCheck> checks) {
        String sorted = Json.list(checks.stream()
                .map(check -> Json.checks(List.of(check)))
                .distinct()
                .sorted()
                .toList());
        String key = Json.list(
                List.of(workspace, question(asked), asked.clock().toString(), String.valueOf(asked.seed()), sorted));
        return "replay-" + sha256(key).substring(0, LENGTH);
    }

    /** What is asked, at whatever time. */
    static String question(Situation asked) {
        return sha256(Json.list(List.of(asked.role(), asked.method(), asked.inputs(), Json.calls(asked.inner()))));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
