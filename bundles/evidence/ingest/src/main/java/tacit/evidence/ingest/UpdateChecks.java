package tacit.evidence.ingest;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Says what about an update cannot be repaired by cutting and cleaning: ids, times, owners and sheer number. */
final class UpdateChecks {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Scope scope;
    private final IngestBounds bounds;

    UpdateChecks(Scope scope, IngestBounds bounds) {
        this.scope = scope;
        this.bounds = bounds;
    }

    /** Why the update is not taken; empty when it is. */
    Optional<String> reject(TraceUpdate update) {
        if (update.spans().size() > bounds.spans()) {
            return Optional.of("spans must be at most " + bounds.spans() + ", got "
                    + update.spans().size());
        }
        return Optional.ofNullable(reason(update));
    }

    private @Nullable String reason(TraceUpdate update) {
        String reason = reason(update.trace());
        for (int i = 0; reason == null && i < update.spans().size(); i++) {
            reason = reason(update.spans().get(i));
        }
        for (int i = 0; reason == null && i < update.outcomes().size(); i++) {
            reason = reason(update.outcomes().get(i));
        }
        return reason;
    }

    private @Nullable String reason(Trace trace) {
        if (scope.userId() != null && trace.userId() != null && !scope.userId().equals(trace.userId())) {
            return "userId must be that of the caller";
        }
        return first(
                id("trace id", trace.id()),
                id("sessionId", trace.sessionId()),
                id("userId", trace.userId()),
                id("profileId", trace.profileId()),
                id("taskKey", trace.taskKey()),
                id("harnessGeneration", trace.harnessGeneration()),
                time("startedAt", trace.startedAt()),
                time("endedAt", trace.endedAt()),
                reason(trace.outcome()));
    }

    private @Nullable String reason(Span span) {
        String reason = first(
                id("span id", span.id()),
                id("parentId", span.parentId()),
                id("operation", span.operation()),
                time("startedAt", span.startedAt()),
                time("endedAt", span.endedAt()));
        for (SpanEvent event : span.events()) {
            reason = reason == null ? time("event time", event.at()) : reason;
        }
        return reason;
    }

    private @Nullable String reason(Outcome outcome) {
        return first(id("spanId of an outcome", outcome.spanId()), time("time of an outcome", outcome.at()));
    }

    private @Nullable String id(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.length() > bounds.id()) {
            return name + " must be at most " + bounds.id() + " characters, got " + value.length();
        }
        return TextCleaner.isClean(value) ? null : name + " must not hold control characters or broken surrogates";
    }

    private static @Nullable String time(String name, @Nullable Instant value) {
        return value == null || (!value.isBefore(EARLIEST) && !value.isAfter(LATEST))
                ? null
                : name + " must lie in the years 1 to 9999";
    }

    private static @Nullable String first(@Nullable String... reasons) {
        for (String reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
