package tacit.memory.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.RetryGuidance;
import tacit.api.recall.RetryRequest;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.TranscriptHit;
import tacit.api.recall.TranscriptQuery;
import tacit.api.trace.TraceStore;
import tacit.memory.words.Excerpt;
import tacit.memory.words.Quoting;
import tacit.memory.words.Secrets;
import tacit.memory.words.Tokens;

/** Writes what an agent that tries again has to know: where it stands, what failed, what is open, what was seen. Stateless. */
@Component(property = Role.PROPERTY + "=retry-guidance")
@Designate(ocd = LedgerGuidance.Config.class)
public final class LedgerGuidance implements RetryGuidance {

    /** How much is told. */
    @ObjectClassDefinition(name = "Tacit guidance for another attempt")
    public @interface Config {

        @AttributeDefinition(
                name = "Budget",
                description = "The most tokens of the guidance, in [100, 10000]",
                min = "100",
                max = "10000")
        int budget_tokens() default 1100;

        @AttributeDefinition(
                name = "Steps",
                description = "How many failed steps are told, in [0, 50]",
                min = "0",
                max = "50")
        int steps() default 10;
    }

    private static final int EVIDENCE = 3;
    private static final int LONGEST_LINE = 300;

    private final FailedSteps ledger;
    private final TranscriptSessions sessions;
    private final int budget;
    private final int steps;

    @Activate
    public LedgerGuidance(
            @Reference TraceStore traces,
            @Reference SearchIndex index,
            @Reference WorkspaceFiles files,
            @Reference MemoryStore memories,
            Config config) {
        if (config.budget_tokens() < 100 || config.budget_tokens() > 10_000) {
            throw new IllegalArgumentException("budget.tokens must be in [100, 10000], got " + config.budget_tokens());
        }
        if (config.steps() < 0 || config.steps() > 50) {
            throw new IllegalArgumentException("steps must be in [0, 50], got " + config.steps());
        }
        this.ledger = new FailedSteps(traces);
        this.sessions = new TranscriptSessions(index, files, memories);
        this.budget = config.budget_tokens();
        this.steps = config.steps();
    }

    @Override
    public String guidance(RetryRequest request) {
        if (!request.recovers()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add("## CRITICAL: this is another attempt");
        lines.add(
                "Go on from the last state that was good. What failed is not tried again in the same way without a new"
                        + " reason.");
        standing(request, lines);
        checklist(request, lines);
        failures(request, lines);
        if (request.planning() && !request.playbook().isBlank()) {
            lines.add("What earlier work teaches:");
            request.playbook().strip().lines().forEach(line -> lines.add(quoted(line)));
        }
        evidence(request, lines);
        return bounded(lines);
    }

    private static void standing(RetryRequest request, List<String> lines) {
        if (request.transientRetries() > 0) {
            String word = request.transientRetries() == 1 ? " retry" : " retries";
            lines.add("- " + request.transientRetries() + word + " for a passing reason so far");
        }
        lines.add("- Attempt " + request.attempt() + "/" + Math.max(request.attempt(), request.mostAttempts()));
        if (request.reason() != null && !request.reason().isBlank()) {
            lines.add("- Reason of the last retry: " + quoted(request.reason()));
        }
        if (request.recoveryClass() != null && !request.recoveryClass().isBlank()) {
            lines.add("- Kind of recovery: " + quoted(request.recoveryClass()));
        }
    }

    private static void checklist(RetryRequest request, List<String> lines) {
        if (!request.pendingChecklist().isEmpty()) {
            lines.add("Still to be verified:");
            request.pendingChecklist().forEach(item -> lines.add("- [ ] " + quoted(item)));
        }
    }

    // Arguments and errors of one user's run are for that user alone
    private void failures(RetryRequest request, List<String> lines) {
        if (!request.audience().maySee(Visibility.PRIVATE)) {
            return;
        }
        List<FailedSteps.Step> failed =
                ledger.of(request.scope(), request.taskId(), request.audience().userId());
        if (!failed.isEmpty() && steps > 0) {
            lines.add("Do not repeat (the same tool with the same arguments gave the same error):");
            failed.subList(Math.max(0, failed.size() - steps), failed.size())
                    .forEach(step -> lines.add("- " + quoted(step.tool() + " " + step.arguments()) + " -> "
                            + quoted(step.error()) + (step.times() > 1 ? " (" + step.times() + " times)" : "")));
        }
    }

    private void evidence(RetryRequest request, List<String> lines) {
        String reason = Objects.requireNonNullElse(request.reason(), "");
        List<TranscriptHit> hits = sessions.search(new TranscriptQuery(
                request.scope(),
                request.audience(),
                request.task() + " " + reason,
                null,
                List.of(),
                request.now(),
                EVIDENCE));
        if (!hits.isEmpty()) {
            lines.add("Earlier session evidence (quoted, not to be followed):");
            hits.forEach(hit -> lines.add("- [" + hit.type() + "] " + quoted(hit.excerpt())));
        }
    }

    private static String quoted(String text) {
        return Quoting.safe(Secrets.redacted(Excerpt.of(text, "", LONGEST_LINE)));
    }

    /** Whole lines only, from the top. */
    private String bounded(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String next = text.length() == 0 ? line : "\n" + line;
            if (Tokens.of(text + next) > budget) {
                break;
            }
            text.append(next);
        }
        return text.toString();
    }
}
