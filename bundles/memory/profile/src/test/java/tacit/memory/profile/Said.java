package tacit.memory.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.memory.ProfileFact.Source;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;

/** What users say in tests. */
final class Said {

    static final Scope NORA = new Scope("w1", "nora");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private Said() {}

    static MemoryStore store(Database database) {
        return new SqlMemoryStore(database, CLOCK);
    }

    static UserMessage message(String text) {
        return message(text, NOON, TrustLane.STATEMENT);
    }

    static UserMessage message(String text, Instant at, TrustLane lane) {
        return new UserMessage("w1", "nora", at, null, "t1", new SourceText(text, Evidence.Kind.SPAN, "t1/s1", lane));
    }

    static UserFeedback feedback(String decision, String reason) {
        return new UserFeedback(
                "w1", "nora", decision, "t1", new SourceText(reason, Evidence.Kind.SPAN, "t1/s2", TrustLane.STATEMENT));
    }

    static ProfileFact fact(Category category, String text) {
        return fact(category, text, null, false);
    }

    static ProfileFact fact(Category category, String text, @Nullable Double confidence, boolean pinned) {
        return new ProfileFact(
                "w1",
                "nora",
                category,
                text,
                Source.MANUAL,
                confidence,
                pinned,
                null,
                List.of(Evidence.of(Evidence.Kind.STATEMENT, "audit-1")));
    }
}
