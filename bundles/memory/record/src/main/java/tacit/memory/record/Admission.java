package tacit.memory.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;

/** Bounds what comes in, takes secrets out of it, and looks for its evidence. Thread-safe. */
final class Admission {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 500;
    private static final int LONGEST_SUBJECT = 2_000;
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9._]{1,100}");

    private final UnaryOperator<String> redaction;
    private final Sources sources;

    Admission(UnaryOperator<String> redaction, Sources sources) {
        this.redaction = redaction;
        this.sources = sources;
    }

    /** The draft as it may be stored. */
    MemoryDraft admit(MemoryDraft draft) {
        bound("workspaceId", draft.workspaceId(), LONGEST_NAME);
        bound("layer", draft.layer(), LONGEST_NAME);
        bound("kind", draft.kind(), LONGEST_NAME);
        bound("scope.id", draft.scope().id(), LONGEST_ID);
        bound("subject", draft.subject(), LONGEST_SUBJECT);
        String owner = draft.scope().reach() == Reach.USER ? draft.scope().id() : "";
        sources.check(draft.workspaceId(), owner, draft.evidence());
        return new MemoryDraft(
                draft.workspaceId(),
                draft.layer(),
                draft.kind(),
                redaction.apply(draft.subject()),
                text(draft.text()),
                draft.scope(),
                draft.visibility(),
                draft.lane(),
                draft.evidence(),
                draft.confidence(),
                stored(draft.validFrom()),
                stored(draft.validUntil()),
                draft.key(),
                attributes(draft.attributes()));
    }

    /** The change as it may be stored. */
    MemoryChange admit(String workspaceId, MemoryChange change) {
        if (change.kind() != null) {
            bound("kind", change.kind(), LONGEST_NAME);
        }
        sources.check(workspaceId, "", change.evidence());
        return new MemoryChange(
                change.text() == null ? null : text(change.text()),
                change.kind(),
                change.visibility(),
                change.confidence(),
                change.state(),
                stored(change.validUntil()),
                stored(change.confirmedAt()),
                change.key(),
                change.evidence(),
                attributes(change.attributes()));
    }

    private String text(String text) {
        bound("text", text, MemoryStore.LONGEST_TEXT);
        String clean = redaction.apply(text);
        bound("text without secrets", clean, MemoryStore.LONGEST_TEXT);
        return clean;
    }

    private SortedMap<String, String> attributes(SortedMap<String, String> attributes) {
        SortedMap<String, String> clean = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (!ATTRIBUTE.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "attributes must be named with at most 100 of a-z, 0-9, dot and underscore, got '" + name
                                + "'");
            }
            clean.put(name, text(value));
        });
        return clean;
    }

    private static void bound(String name, String value, int most) {
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    name + " must have at most " + most + " characters, got " + value.length());
        }
    }

    /** As exact as the database keeps it. */
    private static @Nullable Instant stored(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
