package tacit.learn.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;

/** Says where an example comes from. Names no user. */
final class Origin {

    private final Redactor redactor;

    Origin(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Fills in which run it is and what came of it, and who says so. */
    void of(Trace trace, ObjectNode into) {
        into.put("trace", trace.id());
        put(into, "task", trace.taskKey());
        put(into, "agent", trace.agent());
        put(into, "generation", trace.harnessGeneration());
        Outcome outcome = trace.outcome();
        @Nullable OutcomeSource source = outcome.source();
        ObjectNode fields = into.putObject("outcome");
        fields.put("label", outcome.label().name().toLowerCase(Locale.ROOT));
        put(fields, "source", source == null ? null : source.name().toLowerCase(Locale.ROOT));
        put(fields, "name", outcome.name());
        if (outcome.score() != null) {
            fields.put("score", outcome.score());
        }
    }

    private void put(ObjectNode into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, redactor.redact(value).text());
        }
    }
}
