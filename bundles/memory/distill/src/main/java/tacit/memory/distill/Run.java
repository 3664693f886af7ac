package tacit.memory.distill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;

/**
 * One run as far as something can be learnt from it. Immutable.
 *
 * @param recorded the run
 * @param outcomes all that was said of it
 * @param said what its user said, in order
 * @param result the agent's last words; null where it said none
 * @param now when it is looked at
 */
record Run(
        RecordedTrace recorded,
        List<Outcome> outcomes,
        List<Said> said,
        @Nullable Said result,
        Instant now) {

    private static final int LONGEST_GOAL = 160;
    private static final int LONGEST_ERROR = 300;

    Trace trace() {
        return recorded.trace();
    }

    String id() {
        return trace().id();
    }

    boolean ended() {
        return trace().status() == TraceStatus.COMPLETED || trace().status() == TraceStatus.FAILED;
    }

    Instant at() {
        return Stream.of(trace().endedAt(), trace().startedAt(), now)
                .filter(time -> time != null)
                .findFirst()
                .orElse(now);
    }

    /** What it was about, in one line; empty where nobody said. */
    String goal() {
        String first = said.stream()
                .map(words -> words.text().strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        String named = trace().taskKey() == null ? "" : trace().taskKey();
        return Texts.line(first.isEmpty() ? named : first.lines().findFirst().orElse(""), LONGEST_GOAL);
    }

    /** How it ended as far as that was checked; what the agent says of itself is no check. */
    Optional<PlaybookEpisode.Outcome> verified() {
        Outcome outcome = trace().outcome();
        if (outcome.label() == OutcomeLabel.SUCCESS && outcome.source() != OutcomeSource.AGENT) {
            return Optional.of(PlaybookEpisode.Outcome.SUCCESS);
        }
        boolean failed = outcome.label() == OutcomeLabel.FAILURE || trace().status() == TraceStatus.FAILED;
        return failed ? Optional.of(PlaybookEpisode.Outcome.FAILURE) : Optional.empty();
    }

    /** Calls of tools, in order. */
    List<Span> tools() {
        return recorded.spans().stream()
                .filter(span -> span.operation().equals(Operation.EXECUTE_TOOL))
                .toList();
    }

    static String tool(Span span) {
        return span.tool().filter(name -> !name.isBlank()).orElse(span.name());
    }

    /** The last thing that went wrong, in the words of a tool or the host of the agent; empty for nothing. */
    Optional<Span> lastError() {
        List<Span> errors = recorded.spans().stream()
                .filter(span ->
                        span.status() == SpanStatus.ERROR && !error(span).isEmpty())
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.get(errors.size() - 1));
    }

    static String error(Span span) {
        String type = span.errorType() == null ? "" : span.errorType();
        return Texts.line(span.statusMessage() == null ? type : span.statusMessage(), LONGEST_ERROR);
    }

    Evidence evidence() {
        return Evidence.of(Evidence.Kind.TRACE, id());
    }

    Evidence evidence(Span span) {
        return Evidence.of(Evidence.Kind.SPAN, id() + "/" + span.id());
    }

    /** Whether it is of one person alone, whom it need not name. */
    boolean isPersonal() {
        return trace().userId() != null
                || trace().text(Attribute.AUDIENCE)
                        .filter(audience -> audience.equalsIgnoreCase("private"))
                        .isPresent();
    }

    Visibility visibility() {
        return trace().userId() == null ? Visibility.SHARED : Visibility.PRIVATE;
    }

    /** How far what the run itself shows reaches: to its user, whatever else it names, and else the narrowest that it names. */
    MemoryScope scope() {
        return named(Reach.USER, trace().userId())
                .or(() -> named(Reach.TARGET, trace().text(Attribute.TARGET).orElse(null)))
                .or(() -> named(Reach.PROFILE, trace().profileId()))
                .orElse(MemoryScope.WORKSPACE);
    }

    /** What holds for the run without having been said in it: the levels that it names, the widest first. */
    List<MemoryScope> levels() {
        return Stream.of(
                        Optional.of(new MemoryScope(Reach.GLOBAL, "")),
                        named(Reach.ORG, trace().text(Attribute.ORG).orElse(null)),
                        Optional.of(MemoryScope.WORKSPACE),
                        named(Reach.PROFILE, trace().profileId()),
                        named(Reach.TARGET, trace().text(Attribute.TARGET).orElse(null)),
                        named(Reach.USER, trace().userId()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MemoryScope> named(Reach reach, @Nullable String id) {
        return id == null || id.isBlank() ? Optional.empty() : Optional.of(new MemoryScope(reach, id));
    }

    /** The entries of the playbook that it used. */
    List<String> playbookUsed() {
        return trace().texts(Attribute.PLAYBOOK_USED);
    }
}
