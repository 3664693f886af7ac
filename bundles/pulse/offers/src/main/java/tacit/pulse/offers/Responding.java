package tacit.pulse.offers;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.Suggestion.State;
import tacit.api.store.Database;

/** Keeps what people say: the audit log first, then the suggestion and its response in one change. Thread-safe. */
final class Responding {

    private final Database database;
    private final AuditLog audit;
    private final DraftJson drafts;
    private final Judging judging;

    Responding(Database database, AuditLog audit, DraftJson drafts, Judging judging) {
        this.database = database;
        this.audit = audit;
        this.drafts = drafts;
        this.judging = judging;
    }

    Optional<Suggestion> end(
            Suggestion suggestion,
            State state,
            Response response,
            @Nullable String words,
            @Nullable String execution,
            String by,
            Instant now) {
        return change(
                suggestion, response, words, by, now, rows -> rows.end(suggestion.id(), state, response, execution));
    }

    Optional<Suggestion> snooze(Suggestion suggestion, Duration time, String by, Instant now) {
        return change(
                suggestion, Response.SNOOZED, null, by, now, rows -> rows.snooze(suggestion.id(), now.plus(time)));
    }

    Optional<Suggestion> ignore(Suggestion suggestion, Instant now) {
        return change(suggestion, Response.IGNORED, null, "tacit", now, rows -> rows.ignore(suggestion.id()));
    }

    /** Empty when somebody was quicker. */
    private Optional<Suggestion> change(
            Suggestion suggestion,
            Response response,
            @Nullable String words,
            String by,
            Instant now,
            Predicate<SuggestionRows> change) {
        AuditEntry entry = audit.write(
                by,
                "suggestion." + response.name().toLowerCase(Locale.ROOT),
                suggestion.id(),
                Map.of("workspace", suggestion.draft().workspaceId()));
        ResponseRows.Kept kept = new ResponseRows.Kept(
                0, suggestion.id(), response, drafts.words(words), String.valueOf(entry.sequence()), by, now);
        double hour = judging.hour(now);
        return database.write(session -> {
            SuggestionRows rows = new SuggestionRows(session);
            if (!change.test(rows)) {
                return Optional.empty();
            }
            new ResponseRows(session).add(kept, suggestion.draft().workspaceId(), Pattern.of(suggestion.draft()), hour);
            return rows.find(suggestion.id());
        });
    }
}
