package tacit.pulse.offers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionSituation.Said;
import tacit.api.reflect.SuggestionSituation.Tally;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of what people said, within one transaction. */
final class ResponseRows {

    private static final int MOST_OTHERS = 200;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * What somebody said, as it is kept until all have heard of it.
     *
     * @param words of an edit, or why; null for none
     * @param audit the entry of the audit log that says so
     */
    record Kept(
            long sequence,
            String suggestionId,
            Response response,
            @Nullable String words,
            String audit,
            String by,
            Instant at) {}

    private final Session session;

    ResponseRows(Session session) {
        this.session = session;
    }

    void add(Kept kept, String workspaceId, String pattern, double hour) {
        session.update(
                """
                INSERT INTO suggestion_responses (suggestion_id, workspace_id, pattern, response, response_hour, words,
                  audit_entry, responded_by, told, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                kept.suggestionId(),
                workspaceId,
                pattern,
                kept.response().name(),
                hour,
                kept.words(),
                kept.audit(),
                kept.by(),
                false,
                kept.at());
    }

    Tally tally(String workspaceId, String pattern, Instant since) {
        return tally(workspaceId, pattern, since, LATEST);
    }

    Tally tally(String workspaceId, String pattern, Instant since, Instant until) {
        Map<Response, Integer> counts = new EnumMap<>(Response.class);
        session.select(
                        """
                        SELECT response, COUNT(*) AS n FROM suggestion_responses
                        WHERE workspace_id = ? AND pattern = ? AND created_at >= ? AND created_at < ? GROUP BY response
                        """,
                        row -> Map.entry(Response.valueOf(row.text("response")), (int) row.number("n")),
                        workspaceId,
                        pattern,
                        since,
                        until)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return new Tally(
                counts.getOrDefault(Response.ACTED, 0),
                counts.getOrDefault(Response.EDITED, 0),
                counts.getOrDefault(Response.SNOOZED, 0),
                counts.getOrDefault(Response.DISMISSED, 0),
                counts.getOrDefault(Response.IGNORED, 0));
    }

    List<Said> others(String workspaceId, String pattern, Instant since) {
        return others(workspaceId, pattern, since, LATEST);
    }

    List<Said> others(String workspaceId, String pattern, Instant since, Instant until) {
        return session.select(
                """
                SELECT response, response_hour, pattern FROM suggestion_responses
                WHERE workspace_id = ? AND pattern <> ? AND created_at >= ? AND created_at < ?
                ORDER BY sequence DESC LIMIT ?
                """,
                row -> new Said(
                        Response.valueOf(row.text("response")),
                        row.real("response_hour"),
                        Pattern.about(row.text("pattern"))),
                workspaceId,
                pattern,
                since,
                until,
                MOST_OTHERS);
    }

    List<Kept> untold(int most) {
        return session.select(
                "SELECT * FROM suggestion_responses WHERE told = ? ORDER BY sequence LIMIT ?",
                ResponseRows::kept,
                false,
                most);
    }

    void told(long sequence) {
        session.update("UPDATE suggestion_responses SET told = ?, words = NULL WHERE sequence = ?", true, sequence);
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.number("sequence"),
                row.text("suggestion_id"),
                Response.valueOf(row.text("response")),
                row.optionalText("words").orElse(null),
                row.text("audit_entry"),
                row.text("responded_by"),
                row.time("created_at"));
    }
}
