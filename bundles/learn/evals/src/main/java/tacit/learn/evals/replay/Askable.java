package tacit.learn.evals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.store.TextTombstones;

/** Refuses questions that could not be asked again as they were, or that tell their answer. Pure but for the redactor. */
final class Askable {

    /** How the mark begins that stands where a secret stood. */
    private static final String MARK = "[REDACTED:";

    private Askable() {}

    /** @throws IllegalArgumentException when a text was deleted in the question */
    static void whole(Situation asked, String name) {
        if (texts(asked).anyMatch(TextTombstones::areIn)) {
            throw refused(name, "a text was deleted in it, so it may be answered differently when it is asked again");
        }
    }

    /** @throws IllegalArgumentException when the question tells what the checks ask for */
    static void keepsItsAnswer(Situation asked, List<AnswerCheck> checks) {
        Leaks.find(asked, checks).ifPresent(how -> {
            throw refused("this question", "it tells the answer that is asked for: " + how);
        });
    }

    /** @throws IllegalArgumentException when the question holds a secret, or the mark of one that was taken out */
    static void withoutSecrets(Situation asked, Wording wording) {
        if (texts(asked).anyMatch(text -> text.contains(MARK) || holdsSecret(Json.read(text), wording))) {
            throw refused(
                    "this question",
                    "a secret stands or stood in it, so it may be answered differently when it is asked");
        }
    }

    private static boolean holdsSecret(JsonNode node, Wording wording) {
        if (node.isTextual()) {
            return wording.holdsSecret(node.textValue());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode member = node.get(name);
            boolean told = member.isValueNode() && wording.holdsSecret(name + ": " + member.asText());
            if (told || wording.holdsSecret(name)) {
                return true;
            }
        }
        for (JsonNode part : node) {
            if (holdsSecret(part, wording)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> texts(Situation asked) {
        return Stream.concat(
                Stream.of(asked.inputs()),
                asked.inner().stream().flatMap(call -> Stream.of(call.inputs(), call.output())));
    }

    private static IllegalArgumentException refused(String name, String why) {
        return new IllegalArgumentException("Cannot make a case of " + name + ": " + why);
    }
}
