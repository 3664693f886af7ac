package example.silence;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/** Finds tools that claim success and answer nothing. */
@Component(property = Role.PROPERTY + "=failure-detector/silent-tool")
@Designate(ocd = SilentToolDetector.Config.class)
public final class SilentToolDetector implements FailureDetector {

    /** What an operator can set, under the PID {@code example.silence.SilentToolDetector}. */
    @ObjectClassDefinition(name = "Silent tools")
    public @interface Config {

        @AttributeDefinition(name = "Confidence", description = "How sure a finding is, in [0, 1]")
        double confidence() default 0.6;
    }

    private final double confidence;

    @Activate
    public SilentToolDetector(Config config) {
        confidence = config.confidence();
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }

    @Override
    public String name() {
        return "silent-tool";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        return trace.spans().stream().filter(SilentToolDetector::isSilent).map(this::finding).toList();
    }

    private static boolean isSilent(Span span) {
        boolean done = span.operation().equals(Operation.EXECUTE_TOOL) && span.status() != SpanStatus.ERROR;
        return done && span.output() != null && span.output().isBlank();
    }

    private Finding finding(Span span) {
        String tool = span.tool().orElse(span.name());
        String reason = "The tool said that it succeeded, and answered nothing";
        return new Finding(
                span.id(), "silent_tool", FailureClass.AGENT, Severity.LOW, confidence, reason, "no output of " + tool, null);
    }
}
