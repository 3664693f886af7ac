package tacit.evidence.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;

/**
 * One row of the table of traces. Immutable.
 *
 * @param number its place in the order of first arrival; 0 before it is stored
 * @param announced whether more than outcomes is known of it
 * @param trace the run, with the outcome that counts
 * @param spanCount its spans
 * @param revision grows by one with each change
 */
record TraceRow(long number, boolean announced, Trace trace, long spanCount, long revision) {

    static final List<String> COLUMNS = List.of(
            "announced",
            "profile_id",
            "session_id",
            "user_id",
            "agent",
            "channel",
            "started_at",
            "ended_at",
            "status",
            "outcome_label",
            "outcome",
            "harness_generation",
            "task_key",
            "batch",
            "attributes",
            "span_count",
            "revision",
            "pending",
            "unread",
            "workspace_id",
            "trace_id");

    /** The values of {@link #COLUMNS}: the key comes last, as the WHERE of an UPDATE needs it. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            announced,
            trace.profileId(),
            trace.sessionId(),
            trace.userId(),
            trace.agent(),
            trace.channel(),
            trace.startedAt(),
            trace.endedAt(),
            trace.status().name(),
            trace.outcome().label().name(),
            Json.outcome(trace.outcome()),
            trace.harnessGeneration(),
            trace.taskKey(),
            trace.text(Attribute.BATCH).orElse(null),
            Json.attributes(trace.attributes()),
            spanCount,
            revision,
            announced,
            true,
            trace.workspaceId(),
            trace.id()
        };
    }

    static TraceRow of(Row row) {
        return new TraceRow(
                row.number("trace_no"),
                row.truth("announced"),
                trace(row),
                row.number("span_count"),
                row.number("revision"));
    }

    static Trace trace(Row row) {
        return Trace.builder(row.text("trace_id"))
                .workspaceId(row.text("workspace_id"))
                .profileId(row.optionalText("profile_id").orElse(null))
                .sessionId(row.text("session_id"))
                .userId(row.optionalText("user_id").orElse(null))
                .agent(row.optionalText("agent").orElse(null))
                .channel(row.optionalText("channel").orElse(null))
                .startedAt(row.optionalTime("started_at").orElse(null))
                .endedAt(row.optionalTime("ended_at").orElse(null))
                .status(TraceStatus.valueOf(row.text("status")))
                .outcome(Json.outcome(row.text("outcome")))
                .harnessGeneration(row.optionalText("harness_generation").orElse(null))
                .taskKey(row.optionalText("task_key").orElse(null))
                .attributes(Json.attributes(row.text("attributes")))
                .build();
    }

    TraceRow changed(boolean isAnnounced, Trace merged, Outcome outcome, long newSpans) {
        return new TraceRow(
                number, isAnnounced, merged.toBuilder().outcome(outcome).build(), spanCount + newSpans, revision + 1);
    }
}
