package tacit.adapt.learning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.Skills;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.memory.Playbook;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookReinforcement;
import tacit.api.memory.PlaybookUse;
import tacit.api.memory.UserFeedback;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Leads feedback to the run itself, and to what the run used: entries of the playbook, and skills. Thread-safe. */
@Component(service = RunRoutes.class)
public final class RunRoutes {

    private final TraceIngest ingest;
    private final Playbook playbook;
    private final Skills skills;

    @Activate
    public RunRoutes(@Reference TraceIngest ingest, @Reference Playbook playbook, @Reference Skills skills) {
        this.ingest = ingest;
        this.playbook = playbook;
        this.skills = skills;
    }

    /** The run first: skills are counted as it came out. */
    List<Route> all() {
        return List.of(
                Routes.named("outcome", this::outcome),
                Routes.named("playbook", this::playbook),
                Routes.named("skills", this::skills));
    }

    private FeedbackRoute outcome(Told told) {
        OutcomeLabel label = told.effects().outcome();
        if (label == OutcomeLabel.UNKNOWN) {
            return Route.skipped("it is no judgement");
        }
        String words = told.effects().words();
        String span = told.run()
                .span(String.valueOf(told.feedback().messageId()))
                .map(Span::id)
                .orElse(null);
        Outcome outcome = new Outcome(
                label,
                null,
                OutcomeSource.USER,
                UserFeedback.TOLD,
                words.isEmpty() ? null : words,
                span,
                told.feedback().at());
        Trace trace = Trace.builder(told.feedback().taskId())
                .workspaceId(told.workspaceId())
                .userId(told.run().trace().userId())
                .status(TraceStatus.RUNNING)
                .build();
        IngestReceipt receipt =
                ingest.ingest(told.workspace(), List.of(new TraceUpdate(trace, List.of(), List.of(outcome))));
        if (receipt.accepted().isEmpty()) {
            throw new IllegalStateException("The outcome was refused");
        }
        return Route.done((span == null ? "the run is judged " : "the answer is judged ") + Routes.lower(label));
    }

    private FeedbackRoute playbook(Told told) {
        OutcomeLabel use = told.effects().use();
        List<String> used = told.run().trace().texts(Attribute.PLAYBOOK_USED);
        if (use == OutcomeLabel.UNKNOWN || used.isEmpty()) {
            return Route.skipped(use == OutcomeLabel.UNKNOWN ? "it says nothing of the way" : "the run used no entry");
        }
        boolean good = use == OutcomeLabel.SUCCESS;
        PlaybookEpisode.Outcome outcome = good ? PlaybookEpisode.Outcome.SUCCESS : PlaybookEpisode.Outcome.FAILURE;
        PlaybookReinforcement done = playbook.reinforce(
                told.ofRun(), new PlaybookUse(told.feedback().taskId(), used, outcome, told.evidence()));
        if (done.changed().isEmpty()) {
            return Route.skipped(
                    String.join("; ", new LinkedHashSet<>(done.refused().values())));
        }
        return Route.done((good ? "strengthened " : "weakened ")
                + String.join(
                        ", ", done.changed().stream().map(entry -> entry.id()).toList()));
    }

    private FeedbackRoute skills(Told told) {
        if (told.effects().use() == OutcomeLabel.UNKNOWN) {
            return Route.skipped("it says nothing of the way");
        }
        Set<String> counted = new LinkedHashSet<>(
                skills.countUse(told.workspace(), told.feedback().taskId()));
        if (told.ofRun().userId() != null) {
            counted.addAll(skills.countUse(told.ofRun(), told.feedback().taskId()));
        }
        return counted.isEmpty()
                ? Route.skipped("the run used no skill")
                : Route.done("counted for " + String.join(", ", new ArrayList<>(counted)));
    }
}
