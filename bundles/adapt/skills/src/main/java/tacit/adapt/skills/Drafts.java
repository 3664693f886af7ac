package tacit.adapt.skills;

import java.util.Optional;
import java.util.stream.Stream;
import tacit.adapt.skills.folder.FormatRules;
import tacit.api.adapt.SkillDraft;
import tacit.memory.words.Secrets;

/** What a draft must have before anybody is asked to look at it. */
final class Drafts {

    private static final int LONGEST_NAME = 200;

    private Drafts() {}

    /** Why a draft is not taken; empty when it is. */
    static Optional<String> broken(SkillDraft draft, String problem) {
        return Stream.of(
                        missing("problemStatement", problem),
                        missing("draft id", draft.id()),
                        missing("draft name", draft.name()),
                        missing("draft description", draft.description()),
                        missing("draft prompt", draft.prompt()),
                        draft.name().length() > LONGEST_NAME
                                ? Optional.of("draft name must have at most " + LONGEST_NAME + " characters")
                                : Optional.<String>empty(),
                        FormatRules.brokenDescription(draft.description()),
                        FormatRules.brokenBody(draft.prompt()),
                        secret(draft),
                        Poison.in(said(draft)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> missing(String what, String text) {
        return text.isBlank() ? Optional.of(what + " must not be blank") : Optional.empty();
    }

    private static String said(SkillDraft draft) {
        return draft.name() + "\n" + draft.description() + "\n" + draft.prompt();
    }

    private static Optional<String> secret(SkillDraft draft) {
        String said = said(draft);
        return Secrets.redacted(said).equals(said)
                ? Optional.empty()
                : Optional.of("draft must not hold what looks like a secret");
    }
}
